import { useLocale, useTranslations } from "next-intl";
import { formatShortWhen } from "@/lib/core/dates/when";
import { endingValue } from "@/lib/departure/input";
import type { SharedEvent } from "@/lib/departure/shared-events";
import { EndingChoice } from "./ending-choice";

/** What was announced with others: who goes on with it. Nothing where there is none. */
export function SharedEvents({ shared, now }: { shared: SharedEvent[]; now: Date }) {
  const t = useTranslations("departure.shared");
  const locale = useLocale();
  if (shared.length === 0) return null;
  return (
    <fieldset className="grid gap-4">
      <legend className="font-semibold mb-2">{t("title", { count: shared.length })}</legend>
      <p className="soft small">{t("text")}</p>
      {shared.map(({ event, hosts }) => (
        <EndingChoice
          key={event.id}
          eventId={event.id}
          label={event.title}
          hint={
            event.startsAt ? formatShortWhen({ ...event, startsAt: event.startsAt, locale, now }) : undefined
          }
          options={[
            ...hosts.map(({ id, name, handle }) => ({
              value: endingValue(event.id, id),
              label: t("handOver", { name, handle }),
            })),
            { value: endingValue(event.id, null), label: t("cancel") },
          ]}
        />
      ))}
    </fieldset>
  );
}
