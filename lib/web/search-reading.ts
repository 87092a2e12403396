import { getLocale } from "next-intl/server";
import { findHome, type Home } from "@/lib/accounts/home";
import { connection } from "@/lib/core/database";
import { localOf } from "@/lib/core/dates/local-time";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { facePath } from "@/lib/core/paths";
import type { EventCard } from "@/lib/events/cards";
import { findPlaces } from "@/lib/events/geocode/find-places";
import { type CalendarDay, searchCalendar } from "@/lib/events/search/calendar";
import { isNarrowed, type SearchQuery } from "@/lib/events/search/input";
import { pastedAddress } from "@/lib/events/search/pasted";
import { findPlaceNamed } from "@/lib/events/search/place";
import { type FoundPoint, searchPoints } from "@/lib/events/search/points";
import { type Found, searchEvents } from "@/lib/events/search/search";
import { weekOf, weeksOfMonth } from "@/lib/events/search/when";
import { mutedWordIn } from "@/lib/identities/blocks/muted-words";
import type { Unwelcome } from "@/lib/identities/blocks/unwelcome";
import { accountContext } from "./context";
import { lookElsewhere, type WhyNot } from "./look-elsewhere";
import { type MapSource, mapSource } from "./map-source";
import { readProfile } from "./profile-reading";
import { clientAddress, countAttempt, type Limit } from "./rate-limit";
import { foldFor, readUnwelcome } from "./unwelcome";
import { usualHome, zoneOfAll } from "./usual";
import type { Viewer } from "./viewer";

/** Searching costs more than reading: per sender. */
const searches: Limit = { name: "search", max: 120, minutes: 1 };

/** In a month little room is left for each day. */
const EVENTS_A_DAY = { month: 3, week: 12 };

export type Results =
  | ({
      kind: "list" /** For a map, where one is asked for and can be drawn. */;
      points: FoundPoint[] | null;
    } & Found)
  | { kind: "calendar"; days: CalendarDay[]; shown: "month" | "week"; day: string };

export type SearchReading = {
  results: Results | "too_many_searches";
  now: Date;
  /** Whose days they are. */
  zone: string;
  /** The viewer's own place, if it can be searched around. */
  home: Home | null;
  /** Null: this server has no maps. */
  source: MapSource | null;
  /** What was typed and nobody here knows. */
  unknown: { place: boolean; organizer: boolean };
};

/** Everything that the page of a search shows. */
export async function readSearchPage(query: SearchQuery, viewer: Viewer | null): Promise<SearchReading> {
  const { db } = connection();
  const now = new Date();
  const zone = viewer?.session.zone ?? (await zoneOfAll(db, now));
  const home = (viewer && (await findHome(await accountContext()))) ?? (await usualHome());
  const source = mapSource();
  const frame = { now, zone, home: home?.point ? home : null, source };
  const unknown = { place: false, organizer: false };
  if (await isTooMuch(query, now)) return { ...frame, results: "too_many_searches", unknown };

  const organizer = query.organizer ? await readProfile(query.organizer, viewer) : null;
  const point = query.point ?? (await pointOf(query.place, { home, locale: await getLocale() }));
  unknown.place = query.place !== "" && !point;
  unknown.organizer = query.organizer !== "" && !organizer;
  const reader = await readUnwelcome(viewer);
  const meaning = { point, hostId: organizer?.id ?? null, now, zone, reader };
  return { ...frame, results: await resultsOf(query, meaning), unknown };

  async function resultsOf(asked: SearchQuery, meant: typeof meaning): Promise<Results> {
    const { view: shown } = asked;
    if (shown === "list" || shown === "map") {
      const isMap = shown === "map" && source !== null;
      const points = isMap ? unmuted(reader, await searchPoints(db, asked, meant)) : null;
      const found = await searchEvents(db, asked, meant);
      return { kind: "list", points, ...found, cards: await foldFor(reader, found.cards) };
    }
    const day = asked.date || localOf(now, zone).slice(0, 10);
    const days = shown === "month" ? weeksOfMonth(day) : weekOf(day);
    const found = await searchCalendar(db, asked, { ...meant, days, atMost: EVENTS_A_DAY[shown] });
    return { kind: "calendar", days: await foldDays(reader, found), shown, day };
  }
}

/** A pin is too small to be folded. */
function unmuted({ words }: Unwelcome, points: FoundPoint[]): FoundPoint[] {
  return points.filter(({ title }) => mutedWordIn([title], words) === null);
}

/** What lasts stands at several days, and is looked at once. */
async function foldDays(reader: Unwelcome, days: CalendarDay[]): Promise<CalendarDay[]> {
  if (reader.words.length === 0) return days;
  const all = new Map(days.flatMap(({ cards }) => cards.map((card) => [card.event.id, card] as const)));
  const folded = await foldFor(reader, [...all.values()]);
  const byId = new Map(folded.map((card) => [card.event.id, card]));
  return days.map((day) => ({ ...day, cards: day.cards.map((card) => byId.get(card.event.id) ?? card) }));
}

/** The events that a result shows, for what the viewer has to do with them. */
export function cardsIn(results: SearchReading["results"]): EventCard[] {
  if (results === "too_many_searches" || results.kind === "calendar") return [];
  return results.cards;
}

/** Where an address leads that was typed instead of words; `whyNot` when it leads nowhere. Another server may be asked. */
export async function readPasted(
  words: string,
  viewer: Viewer | null,
): Promise<{ path: string } | { unknown: string; whyNot: WhyNot } | null> {
  const pasted = pastedAddress(words, env().ORIGIN);
  if (!pasted || "path" in pasted) return pasted;
  if ("elsewhere" in pasted) {
    const found = await lookElsewhere(words, viewer);
    return "path" in found ? found : { unknown: words, ...found };
  }
  const profile = await readProfile(pasted.handle, viewer);
  return profile ? { path: facePath(profile) } : { unknown: words, whyNot: "nobody_here" };
}

async function isTooMuch(query: SearchQuery, now: Date): Promise<boolean> {
  if (!isNarrowed(query)) return false;
  try {
    await countAttempt({ db: connection().db, now }, searches, await clientAddress());
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") return true;
    throw error;
  }
}

/** The viewer's own place by its name, else what events here tell, else what the geocoder says, if there is one. */
async function pointOf(place: string, { home, locale }: { home: Home | null; locale: string }) {
  if (!place) return null;
  if (home?.point && home.name.toLowerCase() === place.toLowerCase()) return home.point;
  const known = await findPlaceNamed(connection().db, place);
  if (known) return known;
  for (const { latitude, longitude } of (await findPlaces(place, locale)) ?? []) {
    if (latitude !== null && longitude !== null) return { latitude, longitude };
  }
  return null;
}
