import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/core/paths";

export default function NotFound() {
  const t = useTranslations("layout");
  return (
    <section>
      <h1 className="sr-only">{t("notFound")}</h1>
      <EmptyState
        title={t("notFound")}
        icon="search"
        action={
          <ButtonLink href={paths.front} variant="primary">
            {t("toFront")}
          </ButtonLink>
        }
      >
        {t("notFoundText")}
      </EmptyState>
    </section>
  );
}
