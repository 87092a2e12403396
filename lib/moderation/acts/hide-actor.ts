import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
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
export async function hideActor(
  tx: Context,
  { id, suspendedAt }: ActorRow,
  until: Date | null,
): Promise<void> {
  const { now } = tx;
  await tx.db
    .update(actors)
    .set({ deletedAt: now, suspendedAt: suspendedAt && until ? suspendedAt : now, suspendedUntil: until })
    .where(eq(actors.id, id));
  await tx.db
    .update(events)
    .set({ deletedAt: now, removal: "suspension" })
    .where(and(eq(events.organizerId, id), isNull(events.deletedAt)));
  await dropPagesWith(tx, id);
}

/** Brings both back, and says so. What moderators or the organiser took away besides stays away. */
export async function showActor(tx: Context, { id }: Pick<ActorRow, "id">): Promise<void> {
  await tx.db
    .update(actors)
    .set({ deletedAt: null, suspendedAt: null, suspendedUntil: null })
    .where(and(eq(actors.id, id), isNotNull(actors.suspendedAt)));
  await tx.db
    .update(events)
    .set({ deletedAt: null, removal: null })
    .where(and(eq(events.organizerId, id), eq(events.removal, "suspension")));
  await dropPagesWith(tx, id);
  await record(tx, { kind: "identity.unsuspended", actorId: id });
}

/** PostgreSQL carries at most 8,000 bytes in one notice. */
const TAGS_AT_ONCE = 100;

/** Pages of events that it announced, hosts or comes to, or where it said something. */
async function dropPagesWith(tx: Context, actorId: string): Promise<void> {
  const rows = await tx.db.execute<{ id: string }>(sql`
    select ${events.id} as id from ${events} where ${events.organizerId} = ${actorId} or ${events.hostIds} @> array[${actorId}::uuid]
    union select ${comments.eventId} from ${comments} where ${comments.authorId} = ${actorId}
    union select ${participations.eventId} from ${participations} where ${participations.actorId} = ${actorId}`);
  const tags = rows.map(({ id }) => eventTag(id));
  for (let at = 0; at < tags.length; at += TAGS_AT_ONCE)
    await dropPages(tx, tags.slice(at, at + TAGS_AT_ONCE));
}
