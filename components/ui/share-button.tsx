import { useTranslations } from "next-intl";
import { Icon } from "./icon";

/** Opens the device's share sheet, or copies the link. Hidden where no script runs: the address bar has the link. */
export function ShareButton({ url, title }: { url: string; title: string }) {
  const t = useTranslations("ui");
  return (
    <button
      type="button"
      className="link"
      data-share=""
      data-url={url}
      data-title={title}
      data-done={t("linkCopied")}
    >
      <Icon name="share" size={18} />
      {t("share")}
    </button>
  );
}
