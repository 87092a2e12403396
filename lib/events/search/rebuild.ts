import { sql } from "drizzle-orm";
import { type Context, inTransaction } from "@/lib/core/context";
import { namesOf, rowsOf } from "./document";
import { isWord } from "./words-known";

/**
 * Writes the whole index anew, from the events: after a change to what they are found by. Searching goes on with the
 * old one until it is done. About a minute for each 200,000 events.
 */
export async function rebuildSearch(ctx: Context): Promise<void> {
  await inTransaction(ctx, async ({ db }) => {
    await db.execute(sql`set local statement_timeout = 0`);
    // Readers of facts wait: what they are told of is in it, or is written after it.
    await db.execute(sql`lock table event_search, search_words in share row exclusive mode`);
    await db.execute(sql`delete from event_search`);
    await db.execute(sql`insert into event_search ${rowsOf(sql`true`)}`);
    await db.execute(sql`delete from search_words`);
    await db.execute(sql`
      insert into search_words (word, uses)
      select word, count(*) from (${namesOf(sql`true`)}) named, unnest(tsvector_to_array(names)) word
      where ${isWord} group by word`);
  });
}
