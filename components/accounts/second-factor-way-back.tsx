import { useTranslations } from "next-intl";
import { paths } from "@/lib/core/paths";

export function BackToSecurity() {
  const t = useTranslations("security.secondFactor");
  return (
    <p className="no-print">
      <a href={`${paths.security}#second-factor`}>{t("back")}</a>
    </p>
  );
}
