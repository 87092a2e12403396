import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";

/** Kind words for an address that leads nowhere, and the way on. */
export function NotFoundPage() {
  const t = useTranslations("layout");
  return (
    <div className="hero">
      <h1>{t("notFound")}</h1>
      <p className="lead">{t("notFoundText")}</p>
      <p>
        <ButtonLink href={paths.front} variant="primary">
          {t("toFront")}
        </ButtonLink>
      </p>
    </div>
  );
}
