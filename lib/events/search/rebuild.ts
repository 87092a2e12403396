import { sql } from "drizzle-orm";
import { type Context, inTransaction } from "@/lib/core/context";
import { namesOf, rowsOf } from "./document";
import { isWord, rememberWords } from "./words-known";

/**
 * Lets events be found that the index does not know: those that were there before it, and those whose reader was given
 * up. Costs one look at all events when there are none.
 */
export async function indexMissing(ctx: Context): Promise<void> {
  const isMissing = sql`not exists (select from event_search known where known.event_id = e.id)`;
  const rows = await ctx.db.execute<{ eventId: string }>(sql`
    with missing as (${rowsOf(isMissing)}),
      added as (insert into event_search select * from missing on conflict do nothing returning event_id)
    select event_id as "eventId" from added`);
  for (const { eventId } of rows) await rememberWords(ctx, eventId);
}

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
