import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { demoMailPath, shownMailPath } from "@/lib/core/demo-paths";
import { paths } from "@/lib/core/paths";
import { MailTime } from "./mail-time";

type Listed = { id: string; to: string; subject: string; locale: string; date: Date };

type ShownMailsProps = { mails: Listed[]; page: number; pageCount: number };

/** The mailbox of everybody, the newest first. */
export function ShownMails({ mails, page, pageCount }: ShownMailsProps) {
  const t = useTranslations("demo.mail");
  const demo = useTranslations("demo");
  const locale = useLocale();
  if (mails.length === 0)
    return (
      <EmptyState
        icon="mail"
        title={t("none")}
        action={<ButtonLink href={paths.front}>{demo("look")}</ButtonLink>}
      >
        {t("noneText")}
      </EmptyState>
    );
  return (
    <>
      <ul className="shown-mails">
        {mails.map(({ id, to, subject, locale: lang, date }) => (
          <li key={id}>
            <a href={shownMailPath(id)} lang={lang === locale ? undefined : lang}>
              {subject}
            </a>
            <span className="soft small">
              {t("to", { address: to })} · <MailTime date={date} />
            </span>
          </li>
        ))}
      </ul>
      <Pager page={page} pageCount={pageCount} hrefOf={(to) => `${demoMailPath}?page=${to}`} />
    </>
  );
}
