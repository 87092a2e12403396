import { useTranslations } from "next-intl";
import { paths } from "@/lib/core/paths";

export function SignInInstead() {
  const t = useTranslations("accounts");
  return (
    <p>
      {t("alreadyAccount")} <a href={paths.signIn}>{t("signIn")}</a>
    </p>
  );
}
