import { useTranslations } from "next-intl";
import { buttonClass } from "./button";
import { Icon } from "./icon";

export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations("ui");
  return (
    <button type="button" className={buttonClass({ small: true })} data-copy={text} data-done={t("copied")}>
      <Icon name="link" size={18} />
      {label}
    </button>
  );
}
