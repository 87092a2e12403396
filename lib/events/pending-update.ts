import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { type Event, events } from "@/db/schema/events";
import { pendingUpdates, toldColumns } from "@/db/schema/pending-updates";
import type { Context } from "@/lib/core/context";

type Told = typeof pendingUpdates.$inferSelect;

/** Before an announced event is changed: remembers what people who come know of it, unless they are behind already. */
export async function rememberTold(tx: Context, event: Event): Promise<void> {
  await tx.db
    .insert(pendingUpdates)
    .values({ eventId: event.id, before: toldOf(event), since: tx.now })
    .onConflictDoNothing();
}

/**
 * What people who come were told last, and since when that has not been the whole truth; null if they know all. Holds
 * the event until the transaction ends: an edit that goes on meanwhile must not be taken for told.
 */
export async function findPendingUpdate({ db }: Context, eventId: string): Promise<Told | null> {
  await db.select({ id: events.id }).from(events).where(eq(events.id, eventId)).for("share");
  const [found] = await db
    .select()
    .from(pendingUpdates)
    .where(eq(pendingUpdates.eventId, eventId))
    .for("update");
  return found ?? null;
}

/** From now on they know; answers with the columns that differ from what they were told before. */
export async function settlePendingUpdate(tx: Context, event: Event, { before }: Told): Promise<string[]> {
  await tx.db.delete(pendingUpdates).where(eq(pendingUpdates.eventId, event.id));
  const now = toldOf(event);
  return toldColumns.filter((column) => !isDeepStrictEqual(before[column], now[column]));
}

function toldOf(event: Event): Told["before"] {
  const entries = toldColumns.map((column) => {
    const value = event[column];
    return [column, value instanceof Date ? value.toISOString() : value];
  });
  return Object.fromEntries(entries) as Told["before"];
}
