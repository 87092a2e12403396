import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import { HandleField } from "@/components/identities/handle-field";
import { ZoneOfAccount } from "./zone-of-account";

/** What an account and its first identity need, whether it is the first administrator's or anybody's. */
export function NewAccountFields({ locale, host }: { locale: string; host: string }) {
  const t = useTranslations("accounts");
  return (
    <>
      <TextField
        name="email"
        label={t("email")}
        hint={t("emailHint")}
        type="email"
        autoComplete="email"
        required
      />
      <TextField
        name="password"
        label={t("password")}
        hint={t("passwordHint")}
        type="password"
        autoComplete="new-password"
        minLength={10}
        maxLength={200}
        required
      />
      <fieldset className="fields">
        <legend>{t("firstIdentity")}</legend>
        <p className="soft small">{t("firstIdentityHint")}</p>
        <TextField
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          autoComplete="nickname"
          maxLength={80}
          required
        />
        <HandleField host={host} />
      </fieldset>
      <input type="hidden" name="locale" value={locale} />
      <ZoneOfAccount locale={locale} />
    </>
  );
}
