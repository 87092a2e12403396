import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

/** Says of an event of another server where it comes from, and leads to its page there. */
export function EventOrigin({ host, url }: { host: string; url: string }) {
  const t = useTranslations("origin");
  return (
    <p className="origin">
      <Icon name="globe" size={18} />
      <span>
        {t("from", { host })}{" "}
        <a href={url} rel="external nofollow noopener">
          {t("seeThere")}
          <VisuallyHidden> {t("on", { host })}</VisuallyHidden>
        </a>
      </span>
    </p>
  );
}

/** The same in one line of a card or a list, without a link: the card is one already. */
export function OriginNote({ host }: { host: string | null }) {
  const t = useTranslations("origin");
  if (!host) return null;
  return <span className="origin-note">{t("short", { host })}</span>;
}
