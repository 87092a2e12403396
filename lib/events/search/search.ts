import { inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { type EventCard, listed, selectCards } from "../cards";
import type { Point } from "./cells";
import { type Correction, correctWords } from "./correct";
import type { Filters } from "./filters";
import { COUNTED_AT_MOST, countFound, findEventIds, RESULTS_PER_PAGE } from "./find";
import { LAST_PAGE, type SearchQuery } from "./input";
import { type ReadTerm, rankQuery, readTerms, termsIn, textQuery } from "./text-query";
import { spanOfPeriod } from "./when";

/** What a query means to whoever asks: where the place is, who the organiser is, and what day it is. */
export type Meaning = { point: Point | null; hostId: string | null; now: Date; zone: string };

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
  const { filters, corrections, ...counted } = await understand(db, query, meaning);
  const total = counted.total ?? (await countFound(db, filters));
  const ids = total === 0 ? [] : await findEventIds(db, { filters, sort: query.sort, page: query.page });
  const pageCount = Math.min(LAST_PAGE, Math.max(1, Math.ceil(total / RESULTS_PER_PAGE)));
  return {
    cards: await cardsOf(db, ids),
    total: Math.min(total, COUNTED_AT_MOST),
    isMore: total > COUNTED_AT_MOST,
    pageCount,
    corrections,
  };
}

type Understood = {
  filters: Filters;
  corrections: Correction[] /** Null: nobody had to count. */;
  total: number | null;
};

/** The filters of a query, with mistyped words put right if nothing is found without. */
export async function understand(db: Database, query: SearchQuery, meaning: Meaning): Promise<Understood> {
  const terms = await readTerms(db, termsIn(query.words));
  const filters = filtersOf(query, meaning, terms);
  if (terms.length === 0) return { filters, corrections: [], total: null };
  const total = await countFound(db, filters);
  const corrections = total > 0 ? [] : await correctWords(db, terms);
  if (corrections.length === 0) return { filters, corrections, total };
  const corrected = filtersOf(query, meaning, await readTerms(db, putRight(terms, corrections)));
  return { filters: corrected, corrections, total: await countFound(db, corrected) };
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

function filtersOf(query: SearchQuery, { point, hostId, now, zone }: Meaning, terms: ReadTerm[]): Filters {
  return {
    ...spanOfPeriod(query, now, zone),
    text: textQuery(terms),
    rank: rankQuery(terms),
    around: point && { point, radius: query.radius },
    hostId,
    asked: query,
  };
}

function putRight(terms: ReadTerm[], corrections: Correction[]) {
  const meant = new Map(corrections.map(({ typed, meant }) => [typed, meant]));
  return terms.map((term) => (term.isPhrase ? term : { ...term, text: meant.get(term.text) ?? term.text }));
}
