import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/core/paths";

type NoEventMakerProps = { eventMakers: "established" | "staff"; eventMakersDays: number };

/** Instead of the form of a new event: why there is none, and what one can do meanwhile. */
export function NoEventMaker({ eventMakers, eventMakersDays }: NoEventMakerProps) {
  const t = useTranslations("events.makers");
  return (
    <section className="section">
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState
        title={t("title")}
        icon="calendar"
        action={
          <ButtonLink href={paths.front} variant="primary">
            {t("seeEvents")}
          </ButtonLink>
        }
      >
        {t(eventMakers, { days: eventMakersDays })}
      </EmptyState>
    </section>
  );
}
