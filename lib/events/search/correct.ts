import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { editDistance } from "./edit-distance";
import type { ReadTerm } from "./text-query";

/** Candidates for one mistyped word. */
const CANDIDATES = 400;

/** A word that nobody wrote, and the nearest one that somebody did. */
export type Correction = { typed: string; meant: string };

/**
 * For words that no event has: the nearest word of titles, tags and places, one letter away, or two for long words.
 * Words in quotes are meant as they are.
 */
export async function correctWords(db: Database, terms: ReadTerm[]): Promise<Correction[]> {
  const words = terms.filter(({ isPhrase, isExcluded, query }) => !isPhrase && !isExcluded && query !== "");
  const corrections: Correction[] = [];
  for (const { text, query } of words) {
    const meant = (await isKnown(db, text, query)) ? null : await nearestWord(db, text);
    if (meant) corrections.push({ typed: text, meant });
  }
  return corrections;
}

/**
 * Words of titles are known at once, and common words are among them. Of others all texts are asked: thrice in one breath,
 * as PostgreSQL then believes that they are rare, and looks them up instead of reading on.
 */
async function isKnown(db: Database, text: string, query: string): Promise<boolean> {
  const named = await db.execute(sql`select from search_words where word = unaccent(lower(${text}))`);
  if (named.length > 0) return true;
  const matches = sql`s.document @@ ${query}::tsquery`;
  const rows = await db.execute(
    sql`select from event_search s where ${matches} and ${matches} and ${matches} limit 1`,
  );
  return rows.length > 0;
}

async function nearestWord(db: Database, typed: string): Promise<string | null> {
  const [folded] = await db.execute<{ word: string }>(sql`select unaccent(lower(${typed})) as word`);
  const word = folded!.word;
  const bound = boundFor(word);
  if (bound === 0) return null;
  const rows = await db.execute<{ word: string }>(sql`
    select word from search_words
    where (word % ${word} or word like ${`${escaped(word.slice(0, 1))}%`})
      and length(word) between ${word.length - bound} and ${word.length + bound}
    order by similarity(word, ${word}) desc, uses desc, word limit ${CANDIDATES}`);
  return nearest(
    word,
    rows.map((row) => row.word),
    bound,
  );
}

function nearest(word: string, candidates: string[], bound: number): string | null {
  let found: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, bound);
    if (distance !== null && distance < (found?.distance ?? bound + 1)) found = { candidate, distance };
  }
  return found?.candidate ?? null;
}

/** Short words are all alike. */
function boundFor(word: string): number {
  if (word.length < 4 || word.length > 40) return 0;
  return word.length < 8 ? 1 : 2;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
