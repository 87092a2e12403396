import { useTranslations } from "next-intl";
import { FormPage } from "@/components/layout/form-page";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";

type LinkExpiredProps = {
  /** What the link was for, so that another can be asked for. */
  instead?: "confirmation" | "password" | "email";
};

const ways = {
  confirmation: paths.resendConfirmation,
  password: paths.forgotPassword,
  email: `${paths.security}#email`,
};

/** A one-time link that was used or ran out. */
export function LinkExpired({ instead = "confirmation" }: LinkExpiredProps) {
  const t = useTranslations("accounts");
  return (
    <FormPage title={t("linkExpired")}>
      <p>{t(`linkExpiredText.${instead}`)}</p>
      <div className="row">
        <ButtonLink href={paths.signIn} variant="primary">
          {t("signIn")}
        </ButtonLink>
        <ButtonLink href={ways[instead]}>{t(`askAnother.${instead}`)}</ButtonLink>
      </div>
    </FormPage>
  );
}
