import { useTranslations } from "next-intl";
import { RadioField } from "@/components/forms/fields";

/** Whether what an account's identities announced and said goes with it, and what either costs. Not, unless it is chosen: it tells for ever. */
export function HidesField() {
  const t = useTranslations("cases.hides");
  const choices = (["no", "yes"] as const).map((value) => ({
    value,
    label: t(value),
    hint: t(`${value}Hint`),
  }));
  return <RadioField name="hides" label={t("label")} choices={choices} defaultValue="no" />;
}

/** Of an account that is locked already: that is all there is to choose. */
export function HidesToo() {
  const t = useTranslations("cases.hides");
  return (
    <>
      <p>{t("yesHint")}</p>
      <input type="hidden" name="hides" value="yes" />
    </>
  );
}
