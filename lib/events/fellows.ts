import { and, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventHosts } from "@/db/schema/event-hosts";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { listBlocksBetween } from "@/lib/identities/blocks/refuse";

const own = alias(events, "own");

/**
 * Which of these identities take part in an event with the actor: both are in, or host it. Cancelled
 * events and drafts bring nobody together; those that are over still do. Those who block the
 * actor are not in it; `evenBlocked`: they are, since they can be reported. Goes with `canSeeProfile`.
 */
export async function listFellows(
  db: Database,
  actorId: string,
  others: string[],
  { evenBlocked = false } = {},
): Promise<Set<string>> {
  if (others.length === 0) return new Set();
  const shared = db
    .select({ one: sql`1` })
    .from(events)
    .where(
      and(
        isNotNull(events.publishedAt),
        isNull(events.deletedAt),
        ne(events.status, "cancelled"),
        takesPart(db, sql`${actorId}::uuid`),
        takesPart(db, sql`${actors.id}`),
      ),
    );
  const rows = await db
    .select({ id: actors.id })
    .from(actors)
    .where(and(inArray(actors.id, others), sql`exists ${shared}`));
  const fellows = new Set(rows.map(({ id }) => id));
  if (evenBlocked) return fellows;
  for (const { blockerId } of await listBlocksBetween(db, [actorId], [...fellows])) fellows.delete(blockerId);
  return fellows;
}

/** Three index scans: an `or` of them would read every event there is. */
function takesPart(db: Database, actorId: SQL): SQL {
  const organized = db.select({ id: own.id }).from(own).where(sql`${own.organizerId} = ${actorId}`);
  const joined = db
    .select({ id: participations.eventId })
    .from(participations)
    .where(and(sql`${participations.actorId} = ${actorId}`, eq(participations.status, "approved")));
  const hosted = db
    .select({ id: eventHosts.eventId })
    .from(eventHosts)
    .where(and(sql`${eventHosts.actorId} = ${actorId}`, eq(eventHosts.status, "accepted")));
  return inArray(events.id, organized.unionAll(joined).unionAll(hosted));
}
