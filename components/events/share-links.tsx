import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { ShareButton } from "@/components/ui/share-button";

/** Ways to tell others: the device's own, the link, a mail. Without scripts the mail is left. */
export function ShareLinks({ url, title }: { url: string; title: string }) {
  const t = useTranslations("event.share");
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${url}`)}`;
  return (
    <p className="row share">
      <ShareButton url={url} title={title} />
      <button type="button" className="link" data-copy={url} data-done={t("copied")}>
        <Icon name="link" size={18} />
        {t("copy")}
      </button>
      <a className="link" href={mail}>
        <Icon name="mail" size={18} />
        {t("mail")}
      </a>
    </p>
  );
}
