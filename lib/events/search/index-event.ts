import { eq, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { rowsOf } from "./document";
import { forgetWords, rememberWords } from "./words-known";

type EventFact = Recorded<
  FactOf<"event.published" | "event.updated" | "event.cancelled" | "event.deleted" | "event.restored">
>;

/** Lets an event be found as it is now, or not any more. Runs after every fact about it; repeating it is harmless. */
export async function indexEvent(tx: Context, { eventId }: Pick<EventFact, "eventId">): Promise<void> {
  // Nobody changes it meanwhile: two readers at the same time write the same row.
  await tx.db.select({ id: events.id }).from(events).where(eq(events.id, eventId)).for("share");
  const before = await wordsOf(tx, eventId);
  await tx.db.execute(sql`
    with found as (${rowsOf(sql`e.id = ${eventId}`)}),
      gone as (delete from event_search where event_id = ${eventId} and not exists (select from found))
    insert into event_search select * from found
    on conflict (event_id) do update set (starts_at, ends_at, latitude, longitude, is_online, organizer_id, category,
      language, status, document) = (excluded.starts_at, excluded.ends_at, excluded.latitude, excluded.longitude,
      excluded.is_online, excluded.organizer_id, excluded.category, excluded.language, excluded.status,
      excluded.document)`);
  const after = new Set(await rememberWords(tx, eventId));
  await forgetWords(
    tx,
    before.filter((word) => !after.has(word)),
  );
}

/**
 * Takes an event out of the search together with the words that only it had. For whoever deletes its row: afterwards
 * nobody knows which words they were.
 */
export async function unindexEvent(tx: Context, eventId: string): Promise<void> {
  const words = await wordsOf(tx, eventId);
  await tx.db.execute(sql`delete from event_search where event_id = ${eventId}`);
  await forgetWords(tx, words);
}

/** An identity has another name, or is gone: what it announces is found by the new one, or no more. */
export async function indexEventsOf(tx: Context, { actorId }: { actorId: string }): Promise<void> {
  const rows = await tx.db
    .select({ eventId: events.id })
    .from(events)
    .where(sql`${events.organizerId} = ${actorId} and ${events.publishedAt} is not null`);
  for (const row of rows) await indexEvent(tx, row);
}

/** All words that the event is found by: those of title, tags and place are among them. */
async function wordsOf({ db }: Context, eventId: string): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(sql`
    select unnest(tsvector_to_array(ts_filter(document, '{a,b}'))) as word from event_search
    where event_id = ${eventId}`);
  return rows.map(({ word }) => word);
}
