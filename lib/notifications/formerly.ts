import type { Told } from "@/db/schema/pending-updates";
import { formatWhen } from "@/lib/core/dates/when";
import { sameClock } from "@/lib/core/dates/zone";
import { zoneLabel } from "@/lib/core/dates/zone-label";
import { translator } from "@/lib/core/messages";
import type { Difference } from "@/lib/events/pending-update";
import type { Reader } from "./event-card";

/** What the event said before: its name, time and place, as far as they are others now. For those who know its address. */
export function formerly({ changed, before, now }: Difference, { locale, zone }: Reader): string[] {
  const t = translator(locale, "mail.update.formerly");
  const is = (...names: (keyof Told)[]) => names.some((name) => changed.includes(name));
  const lines: string[] = [];
  if (is("title")) lines.push(t("title", { title: String(before.title) }));
  if (is("startsAt", "endsAt", "zone")) lines.push(t("time", { when: formerWhen(before, { locale, zone }) }));
  const where = [before.placeName, before.placeAddress].filter(Boolean).join(", ").replaceAll("\n", ", ");
  if (is("placeName", "placeAddress") && where) lines.push(t("place", { where }));
  else if (is("country")) lines.push(t("country", countries(before, now, locale)));
  else if (is("latitude", "longitude")) lines.push(t("pin"));
  return lines;
}

/** In the zone that was announced, which is named where the reader's clock shows another time. */
function formerWhen(before: Told, { locale, zone }: Reader): string {
  const startsAt = new Date(String(before.startsAt));
  const endsAt = before.endsAt === null ? null : new Date(before.endsAt);
  const announcedIn = String(before.zone);
  const when = formatWhen({ startsAt, endsAt, zone: announcedIn, locale });
  if (sameClock(announcedIn, zone, startsAt)) return when;
  return translator(locale, "mail.letter")("inZone", {
    when,
    zone: zoneLabel(announcedIn, locale, startsAt),
  });
}

function countries(before: Told, now: Told, locale: Reader["locale"]) {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return { before: names.of(before.country) ?? before.country, now: names.of(now.country) ?? now.country };
}
