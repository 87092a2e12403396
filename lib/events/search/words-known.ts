import { sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";
import { namesOf } from "./document";

/** Adds the words of title, tags and place to those that mistyped ones are compared with; answers with them. */
export async function rememberWords({ db }: Context, eventId: string): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(sql`
    with known as (
      select word from (${namesOf(sql`e.id = ${eventId}`)}) named, unnest(tsvector_to_array(names)) word
      where ${isWord}
    ), added as (insert into search_words (word) select word from known order by word on conflict do nothing)
    select word from known`);
  return rows.map(({ word }) => word);
}

/** Forgets those of the words that no event has any more. */
export async function forgetWords({ db }: Context, words: string[]): Promise<void> {
  if (words.length === 0) return;
  const quoted = words.map((word) => sql`${word}`);
  await db.execute(sql`
    delete from search_words w where word in (${sql.join(quoted, sql`, `)})
      and not exists (select from event_search where document @@ ${asQuery})`);
}

/** Words that somebody may mistype: letters, and neither too few to tell nor too many to be one. */
export const isWord = sql.raw(`word ~ '^[[:alpha:]]{3,40}$'`);

/** The word itself as a query, whatever characters it holds. */
const asQuery = sql.raw(`('''' || replace(replace(w.word, '\\', '\\\\'), '''', '''''') || '''')::tsquery`);
