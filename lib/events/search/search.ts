import { inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import type { Unwelcome } from "@/lib/identities/blocks/unwelcome";
import { type EventCard, listed, selectCards } from "../cards";
import type { Point } from "./cells";
import { type Correction, correctWords } from "./correct";
import type { Filters } from "./filters";
import { COUNTED_AT_MOST, countFound, findPage, RESULTS_PER_PAGE } from "./find";
import { LAST_PAGE, type SearchQuery } from "./input";
import { type ReadTerm, rankQuery, readTerms, termsIn, textQuery } from "./text-query";
import { spanOfPeriod } from "./when";

/** What a query means to whoever asks: where the place is, who the organiser is, and what day it is. */
export type Meaning = {
  point: Point | null;
  hostId: string | null;
  now: Date;
  zone: string;
  /** Whom they do not want to come across; absent: nobody in particular asks. */
  reader?: Unwelcome;
};

export type Found = {
  cards: EventCard[];
  /** As far as it can be looked at; `isMore`: and there are more. */
  total: number;
  isMore: boolean;
  pageCount: number;
  corrections: Correction[];
};

/**
 * One page of the events that are found. Where nothing is, words that no event has are taken for the nearest that one
 * has, and `corrections` says which.
 */
export async function searchEvents(db: Database, query: SearchQuery, meaning: Meaning): Promise<Found> {
  const { found, corrections } = await askForgivingly(db, {
    query,
    meaning,
    ask: (filters) => findPage(db, { filters, sort: query.sort, page: query.page }),
    isNothing: ({ total }) => total === 0,
  });
  const { ids, total } = found;
  return {
    cards: await cardsOf(db, ids),
    total: Math.min(total, COUNTED_AT_MOST),
    isMore: total > COUNTED_AT_MOST,
    pageCount: Math.min(LAST_PAGE, Math.max(1, Math.ceil(total / RESULTS_PER_PAGE))),
    corrections,
  };
}

type Question<T> = {
  query: SearchQuery;
  meaning: Meaning;
  ask: (filters: Filters) => Promise<T>;
  isNothing: (found: T) => boolean;
};

/** Asks with the words as they were typed and, where nothing is found, once more with mistyped ones put right. */
export async function askForgivingly<T>(
  db: Database,
  { query, meaning, ask, isNothing }: Question<T>,
): Promise<{ found: T; filters: Filters; corrections: Correction[] }> {
  const terms = await readTerms(db, termsIn(query.words));
  const filters = filtersOf(query, meaning, terms);
  const found = await ask(filters);
  const corrections = isNothing(found) ? await correctWords(db, terms) : [];
  if (corrections.length === 0) return { found, filters, corrections };
  const corrected = filtersOf(query, meaning, await readTerms(db, putRight(terms, corrections)));
  return { found: await ask(corrected), filters: corrected, corrections };
}

/** The filters of a query, with mistyped words put right if nothing is found without. */
export function understand(db: Database, query: SearchQuery, meaning: Meaning) {
  const ask = (filters: Filters) => countFound(db, filters);
  return askForgivingly(db, { query, meaning, ask, isNothing: (total) => total === 0 });
}

/** Cards of these events, in this order; without those that nobody may find any more. */
export async function cardsOf(db: Database, ids: string[]): Promise<EventCard[]> {
  if (ids.length === 0) return [];
  const cards = await selectCards(db, [listed, inArray(events.id, ids)], {
    order: sql`${events.startsAt}`,
    size: ids.length,
  });
  const byId = new Map(cards.map((card) => [card.event.id, card]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function filtersOf(query: SearchQuery, meaning: Meaning, terms: ReadTerm[]): Filters {
  const { point, hostId, now, zone, reader } = meaning;
  return {
    ...spanOfPeriod(query, now, zone),
    text: textQuery(terms),
    rank: rankQuery(terms),
    around: point && { point, radius: query.radius },
    hostId,
    reader,
    asked: query,
  };
}

function putRight(terms: ReadTerm[], corrections: Correction[]) {
  const meant = new Map(corrections.map(({ typed, meant }) => [typed, meant]));
  return terms.map((term) => (term.isPhrase ? term : { ...term, text: meant.get(term.text) ?? term.text }));
}
