import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** A word, or words in quotes that must stand side by side. A minus before it: what must not be there. */
export type Term = { text: string; isPhrase: boolean; isExcluded: boolean };

/** A term as PostgreSQL writes it; `isNoise`: a word like "the", which says nothing. */
export type ReadTerm = Term & { query: string; isNoise: boolean };

/** More terms than anybody types. */
const TERMS_AT_MOST = 12;

/** Takes apart what was typed; never refuses. A quote that is not closed goes on to the end. */
export function termsIn(words: string): Term[] {
  const found = words.matchAll(/(-?)(?:["“”«]\s*([^"“”»]*)["“”»]?|([^\s"“”«]+))/g);
  const terms = [...found].map(([, minus, phrase, word]) => ({
    text: (phrase ?? word ?? "").trim(),
    isPhrase: phrase !== undefined,
    isExcluded: minus === "-",
  }));
  return terms.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).slice(0, TERMS_AT_MOST);
}

/** Asks the database for the stems, so that words are read exactly as they were when the events were. */
export async function readTerms(db: Database, terms: Term[]): Promise<ReadTerm[]> {
  if (terms.length === 0) return [];
  const rows = terms.map(
    ({ text, isPhrase }, index) => sql`(${index}::int, ${text}::text, ${isPhrase}::boolean)`,
  );
  const read = await db.execute<{ query: string; is_noise: boolean }>(sql`
    select case when is_phrase then phraseto_tsquery('plain_words', t) when plain = english and plain = french then plain
        when plain = english or english = french then plain || french when plain = french then plain || english
        else plain || english || french end::text as query,
      not is_phrase and (numnode(english) = 0 or numnode(french) = 0) as is_noise
    from (values ${sql.join(rows, sql`, `)}) typed (n, t, is_phrase),
      lateral (select plainto_tsquery('plain_words', t) as plain, plainto_tsquery('english_words', t) as english,
        plainto_tsquery('french_words', t) as french) read
    order by n`);
  return terms.map((term, index) => {
    const row = read[index]!;
    return { ...term, query: row.query, isNoise: row.is_noise };
  });
}

/** All terms as one query; words that say nothing count only where there are no others. Null: nothing was typed. */
export function textQuery(terms: ReadTerm[]): string | null {
  const parts = telling(terms).map(({ query, isExcluded }) => `${isExcluded ? "!" : ""}(${query})`);
  return parts.length > 0 ? parts.join(" & ") : null;
}

/**
 * What an event is ranked by that matches already. Any of the words, as PostgreSQL measures how near to each other words
 * stand that must all be there, and takes a hundred times longer.
 */
export function rankQuery(terms: ReadTerm[]): string | null {
  const parts = telling(terms).flatMap(({ query, isExcluded }) => (isExcluded ? [] : [`(${query})`]));
  return parts.length > 0 ? parts.join(" | ") : null;
}

function telling(terms: ReadTerm[]): ReadTerm[] {
  const told = terms.filter(({ query }) => query !== "");
  const others = told.filter(({ isNoise }) => !isNoise);
  return others.length > 0 ? others : told;
}
