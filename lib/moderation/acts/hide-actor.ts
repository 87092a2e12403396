import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { type ActorRow, actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { dropPages } from "@/lib/journal/drop-pages";
import { record } from "@/lib/journal/record";
import { eventTag } from "@/lib/journal/tags";

/**
 * Takes an identity and its events out of sight: to whatever reads them they are as if deleted, so that no page, list,
 * feed, search or document needs to ask twice. Its row must be locked.
 */
export function hideActor(tx: Context, { id }: Pick<ActorRow, "id">, until: Date | null): Promise<void> {
  return hideActors(tx, [id], until);
}

/** The same for some hundreds at once. */
export async function hideActors(tx: Context, ids: string[], until: Date | null): Promise<void> {
  const { now } = tx;
  const since = sql`${now.toISOString()}::timestamptz`;
  await tx.db
    .update(actors)
    .set({
      deletedAt: now,
      suspendedAt: until ? sql`coalesce(${actors.suspendedAt}, ${since})` : now,
      suspendedUntil: until,
    })
    .where(inArray(actors.id, ids));
  await tx.db
    .update(events)
    .set({ deletedAt: now, removal: "suspension" })
    .where(and(inArray(events.organizerId, ids), isNull(events.deletedAt)));
  await dropPagesWith(tx, ids);
}

/** Brings both back, and says so. What moderators or the organiser took away besides stays away. */
export async function showActor(tx: Context, { id }: Pick<ActorRow, "id">): Promise<void> {
  await showActors(tx, [id]);
  await record(tx, { kind: "identity.unsuspended", actorId: id });
}

/** The same for some hundreds at once, but for saying so. */
export async function showActors(tx: Context, ids: string[]): Promise<void> {
  await tx.db
    .update(actors)
    .set({ deletedAt: null, suspendedAt: null, suspendedUntil: null })
    .where(and(inArray(actors.id, ids), isNotNull(actors.suspendedAt)));
  await tx.db
    .update(events)
    .set({ deletedAt: null, removal: null })
    .where(and(inArray(events.organizerId, ids), eq(events.removal, "suspension")));
  await dropPagesWith(tx, ids);
}

/** PostgreSQL carries at most 8,000 bytes in one notice. */
const TAGS_AT_ONCE = 100;

/** Pages of events that they announced, host or come to, or where they said something. */
async function dropPagesWith(tx: Context, actorIds: string[]): Promise<void> {
  const ids = sql.param(actorIds);
  const rows = await tx.db.execute<{ id: string }>(sql`
    select ${events.id} as id from ${events} where ${events.organizerId} = any(${ids}::uuid[])
    union select ${events.id} from unnest(${ids}::uuid[]) as one (id) inner join ${events} on ${events.hostIds} @> array[one.id]
    union select ${comments.eventId} from ${comments} where ${comments.authorId} = any(${ids}::uuid[])
    union select ${participations.eventId} from ${participations} where ${participations.actorId} = any(${ids}::uuid[])`);
  const tags = rows.map(({ id }) => eventTag(id));
  for (let at = 0; at < tags.length; at += TAGS_AT_ONCE)
    await dropPages(tx, tags.slice(at, at + TAGS_AT_ONCE));
}
