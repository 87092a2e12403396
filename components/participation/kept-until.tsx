import { useLocale, useTranslations } from "next-intl";
import type { Event } from "@/db/schema/events";
import { dateText } from "@/lib/core/dates/date-text";
import { keptUntil } from "@/lib/participation/retention";

type KeptUntilProps = { event: Pick<Event, "startsAt" | "endsAt" | "zone" | "retentionDays"> };

/** How long it is known who took part without an account. */
export function KeptUntil({ event }: KeptUntilProps) {
  const t = useTranslations("byMail");
  const locale = useLocale();
  const until = keptUntil(event);
  if (!until) return null;
  const date = dateText(until, { zone: event.zone, locale, style: "long", year: true });
  return <p className="soft small">{t("kept", { date })}</p>;
}
