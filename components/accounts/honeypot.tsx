import { useTranslations } from "next-intl";

/** A field that nobody sees or hears of, and that robots fill in. */
export function Honeypot() {
  const t = useTranslations("accounts");
  return (
    <div className="nobody" aria-hidden="true">
      <label htmlFor="homepage">{t("leaveEmpty")}</label>
      <input id="homepage" name="homepage" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}
