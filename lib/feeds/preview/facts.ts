import { createHash } from "node:crypto";
import { dateBlockParts } from "@/lib/core/dates/date-block";
import { formatWhen } from "@/lib/core/dates/when";
import { env } from "@/lib/core/env";
import { asLocale, type Locale } from "@/lib/core/locale";
import type { Shade } from "@/lib/core/look/accent";
import type { Color } from "@/lib/core/look/contrast";
import { accentsInUse } from "@/lib/core/look/in-use";
import { translator } from "@/lib/core/messages";
import { excerpt } from "@/lib/core/text/excerpt";
import { publicPlaceOf } from "@/lib/feeds/public-place";
import type { EventPage } from "@/lib/participation/event-page";

/** Everything that the drawn preview of an event shows: only what everybody may know. */
export type PreviewFacts = {
  seed: string;
  category: string;
  title: string;
  /** "26", "Nov"; several days as "26–28". */
  date: { weekday: string; day: string; month: string };
  when: string;
  where: string;
  /** That it is called off, put off or not certain. */
  note: string;
  host: string;
  /** Those of the server: it is drawn anew when they change. */
  accents: Record<Shade, Color>;
};

/** What is drawn of an event, in its own language if that is one of ours; null for a draft. */
export function previewFactsOf({ event, place }: Pick<EventPage, "event" | "place">): PreviewFacts | null {
  const { startsAt, endsAt, zone } = event;
  if (!event.publishedAt || !startsAt) return null;
  const locale = asLocale(event.language);
  const moment = { startsAt, endsAt, zone, locale };
  const told = publicPlaceOf(event, place);
  return {
    seed: event.slug,
    category: event.category,
    title: excerpt(event.title, 100),
    date: dateOf(moment),
    when: excerpt(formatWhen(moment), 90),
    where: excerpt(told ? told.name || told.address : onlineOr(event.onlineUrl, locale), 60),
    note: noteOf(event.status, locale),
    host: new URL(env().ORIGIN).host,
    accents: accentsInUse(),
  };
}

/** Changes whenever the drawing would. Part of its address, so that nobody is shown an old one. */
export function previewVersion(facts: PreviewFacts): string {
  return createHash("sha256")
    .update(JSON.stringify([drawing, facts]))
    .digest("hex")
    .slice(0, 16);
}

/** Grows when pictures are drawn in another way. */
const drawing = 1;

function dateOf(moment: Parameters<typeof dateBlockParts>[0]): PreviewFacts["date"] {
  const { until, ...from } = dateBlockParts(moment);
  const span = (one: string, other: string | undefined) => (other && other !== one ? `${one}–${other}` : one);
  return {
    weekday: span(from.weekday, until?.weekday),
    day: span(from.day, until?.day),
    month: span(from.month, until?.month),
  };
}

function onlineOr(onlineUrl: string, locale: Locale): string {
  return onlineUrl ? translator(locale, "event")("online") : "";
}

function noteOf(status: EventPage["event"]["status"], locale: Locale): string {
  return status === "confirmed" ? "" : translator(locale, "event.banner")(status);
}
