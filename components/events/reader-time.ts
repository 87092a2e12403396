import { localOf } from "@/lib/core/dates/local-time";
import { spanOf } from "@/lib/core/dates/span";
import { formatTimes, formatWhen, type When } from "@/lib/core/dates/when";
import { isZone, sameClock } from "@/lib/core/dates/zone";

/** The event's time on the reader's clock; with dates if it is another day there, or lasts for days. Null where clocks agree. */
export function readerTime(when: When, readerZone: string): string | null {
  const { startsAt, endsAt, zone } = when;
  if (!isZone(readerZone) || sameClock(zone, readerZone, startsAt)) return null;
  const own = { ...when, zone: readerZone };
  if (spanOf(startsAt, endsAt, readerZone).kind === "days") return formatWhen(own);
  const isSameDay = [startsAt, endsAt ?? startsAt].every((instant) => {
    return localOf(instant, zone).slice(0, 10) === localOf(instant, readerZone).slice(0, 10);
  });
  return isSameDay ? formatTimes(own) : formatWhen(own);
}
