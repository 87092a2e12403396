import { isDeepStrictEqual } from "node:util";
import { eq, inArray, sql } from "drizzle-orm";
import type { Event } from "@/db/schema/events";
import { pendingUpdates, type Told, toldColumns } from "@/db/schema/pending-updates";
import { places } from "@/db/schema/places";
import type { Context } from "@/lib/core/context";
import { differsInWhatIsTold } from "./told";

type Pending = typeof pendingUpdates.$inferSelect;

/** An announced event was changed: remembers what people who come know of it. Nothing if they need not hear of it. */
export async function rememberTold(tx: Context, before: Event, after: Event): Promise<void> {
  const [was, is] = await toldOf(tx, [before, after]);
  if (isDeepStrictEqual(was, is)) return;
  const step = [{ at: tx.now.toISOString(), before: was! }];
  await tx.db
    .insert(pendingUpdates)
    .values({ eventId: before.id, steps: step, since: tx.now })
    .onConflictDoUpdate({
      target: pendingUpdates.eventId,
      set: { steps: sql`${pendingUpdates.steps} || ${JSON.stringify(step)}::jsonb` },
    });
}

/**
 * What people who come were told last, and since when that has not been the whole truth; null if they know all. Held
 * until the transaction ends, and so is every edit that people must hear of: one that goes on meanwhile must not be taken
 * for told. Read the event after it. The event itself is not held: thousands of letters take a while, and people join.
 */
export async function findPendingUpdate({ db }: Context, eventId: string): Promise<Pending | null> {
  const [found] = await db
    .select()
    .from(pendingUpdates)
    .where(eq(pendingUpdates.eventId, eventId))
    .for("update");
  return found ?? null;
}

/** What differs from what somebody knew, by column (and `country`), and what they knew; null if nothing does. */
export type Difference = { changed: string[]; before: Told; now: Told };

/**
 * From now on they know. Answers what is new to somebody who has known the event since a moment: whoever was let in
 * after a change has learned of it then.
 */
export async function settlePendingUpdate(
  tx: Context,
  event: Event,
  { steps }: Pending,
): Promise<(knownSince: Date) => Difference | null> {
  await tx.db.delete(pendingUpdates).where(eq(pendingUpdates.eventId, event.id));
  const [now] = await toldOf(tx, [event]);
  const differences = steps.map(({ at, before }) => ({ at: new Date(at), ...differenceOf(before, now!) }));
  return (knownSince) => {
    const first = differences.find(({ at }) => at.getTime() + A_MOMENT > knownSince.getTime());
    return first && first.changed.length > 0 ? first : null;
  };
}

/** Whoever was let in just when it was changed may have been told either: better twice than never. */
const A_MOMENT = 60_000;

function differenceOf(before: Told, now: Told): Difference {
  const names = [...toldColumns, "country"] as (keyof Told)[];
  return { changed: names.filter((name) => differsInWhatIsTold(name, before, now)), before, now };
}

async function toldOf({ db }: Context, versions: Event[]): Promise<Told[]> {
  const ids = versions.flatMap(({ placeId }) => placeId ?? []);
  const rows = await db
    .select({ id: places.id, country: places.country })
    .from(places)
    .where(inArray(places.id, ids));
  const countries = new Map(rows.map(({ id, country }) => [id, country]));
  return versions.map((event) => {
    const entries = toldColumns.map((column) => {
      const value = event[column];
      return [column, value instanceof Date ? value.toISOString() : value];
    });
    return { ...Object.fromEntries(entries), country: countries.get(event.placeId ?? "") ?? "" } as Told;
  });
}
