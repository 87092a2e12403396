import { formatWhen } from "@/lib/core/dates/when";
import { zoneLabel } from "@/lib/core/dates/zone-label";
import { asLocale, type Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { escapeXml } from "@/lib/core/text/xml";
import { publicPlaceOf } from "@/lib/feeds/public-place";
import type { ToldEvent } from "./told";

/**
 * All that Mastodon shows of an event beside its title: short HTML with date, zone, place and places left, in the event's
 * language if it is one of ours. It is the summary, and what Notes about the event say.
 */
export function summaryHtml(told: ToldEvent): string {
  const locale = asLocale(told.event.language);
  const lines = [
    statusLine(told, locale),
    whenLine(told, locale),
    whereLine(told, locale),
    leftLine(told, locale),
  ];
  return `<p>${lines.filter(Boolean).join("<br>")}</p>`;
}

/** "📅 Thursday 3 December 2026, 19:00 – 22:00 (Berlin time)" */
export function whenLine({ event }: Pick<ToldEvent, "event">, locale: Locale): string {
  const { startsAt, endsAt, zone } = event;
  if (!startsAt) return "";
  const when = formatWhen({ startsAt, endsAt, zone, locale });
  return `📅 ${escapeXml(`${when} (${zoneLabel(zone, locale, startsAt)})`)}`;
}

/** "📍 Werkstatt, Beispielstr. 1, Berlin" */
export function whereLine({ event, place }: Pick<ToldEvent, "event" | "place">, locale: Locale): string {
  const told = event.status === "moved_online" ? null : publicPlaceOf(event, place);
  const parts = told ? [...new Set([told.name, told.address])] : [onlineWord(event, locale)];
  const where = parts.filter(Boolean).join(", ");
  return where && `📍 ${escapeXml(where)}`;
}

/** Whether the numbers of an event are for everybody. */
export function tellsNumbers({ guestList }: Pick<ToldEvent["event"], "guestList">): boolean {
  return guestList !== "hidden";
}

/** Places for whoever comes by themselves; null where they are not counted, or not for everybody. */
export function placesLeft({ event, taken }: Pick<ToldEvent, "event" | "taken">): number | null {
  if (event.capacity === null || !tellsNumbers(event)) return null;
  return Math.max(0, event.capacity - event.placesAside - taken);
}

function statusLine({ event: { status } }: ToldEvent, locale: Locale): string {
  if (status === "confirmed") return "";
  return `<strong>${escapeXml(translator(locale, "event.banner")(status))}</strong>`;
}

function leftLine(told: ToldEvent, locale: Locale): string {
  const note = translator(locale, "events.note");
  const left = told.event.status === "cancelled" ? null : placesLeft(told);
  const places = left === null ? "" : left > 0 ? note("placesLeft", { left }) : note("full");
  const parts = [places, told.event.priceNote].filter(Boolean);
  return parts.length > 0 ? `🎟️ ${escapeXml(parts.join(" · "))}` : "";
}

function onlineWord({ onlineUrl, status }: ToldEvent["event"], locale: Locale): string {
  return onlineUrl || status === "moved_online" ? translator(locale, "event")("online") : "";
}
