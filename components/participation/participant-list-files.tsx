import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { filePath, type ParticipantView, printPath } from "./participant-list-tabs";

/** The list, to take along: on paper, for spreadsheets, for other programs. */
export function ParticipantListFiles({ slug, view }: { slug: string; view: ParticipantView }) {
  const t = useTranslations("participants.files");
  const everybody = { tab: null, text: view.text };
  return (
    <Menu
      align="start"
      summary={
        <>
          <Icon name="download" size={20} />
          {t("title")}
        </>
      }
    >
      <p className="menu-title">{t("shown")}</p>
      <FileLink href={printPath(slug, view)}>{t("print")}</FileLink>
      <FileLink href={filePath(slug, "ods", view)}>{t("ods")}</FileLink>
      <FileLink href={filePath(slug, "csv", view)}>{t("csv")}</FileLink>
      <hr />
      <p className="menu-title">{t("everybody")}</p>
      <FileLink href={filePath(slug, "ods", everybody)}>{t("ods")}</FileLink>
      <FileLink href={filePath(slug, "csv", everybody)}>{t("csv")}</FileLink>
    </Menu>
  );
}

function FileLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="menu-item">
      {children}
    </a>
  );
}
