import { useTranslations } from "next-intl";
import { FormPage } from "@/components/layout/form-page";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";

/** A one-time link that was used or ran out. */
export function LinkExpired() {
  const t = useTranslations("accounts");
  return (
    <FormPage title={t("linkExpired")}>
      <p>{t("linkExpiredText")}</p>
      <div className="row">
        <ButtonLink href={paths.signIn} variant="primary">
          {t("signIn")}
        </ButtonLink>
        <ButtonLink href={paths.signUp}>{t("createAccount")}</ButtonLink>
      </div>
    </FormPage>
  );
}
