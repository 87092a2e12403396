import { useTranslations } from "next-intl";
import { FormPage } from "@/components/layout/form-page";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";

/** Nobody but who signs in learns whether the account is still there. */
export function KeepLinkExpired() {
  const t = useTranslations("departure.keep");
  return (
    <FormPage title={t("expired")}>
      <p>{t("expiredText")}</p>
      <ButtonLink href={paths.signIn} variant="primary" wide>
        {t("signIn")}
      </ButtonLink>
    </FormPage>
  );
}
