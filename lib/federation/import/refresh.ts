import { and, eq, gt, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { remoteActors } from "@/db/schema/remote-actors";
import { remoteEvents } from "@/db/schema/remote-events";
import type { Context } from "@/lib/core/context";
import { enqueueAll } from "@/lib/jobs/enqueue";
import { STALE_HOURS } from "./actor";

const EVENT_HOURS = 24;

/** A run: each asks a server for something. */
const MOST_AT_ONCE = 200;

/**
 * Asks again, from time to time, for what somebody here looks forward to or follows. By chance among those whose time has
 * come: what cannot be reached must not keep others waiting. Servers to which nothing can be sent are left alone.
 */
export async function refreshStale(ctx: Context): Promise<void> {
  const eventIds = await listStaleEvents(ctx);
  await enqueueAll(ctx, {
    task: "refresh-event",
    jobs: eventIds.map((eventId) => ({ payload: { eventId }, key: `refresh-event:${eventId}` })),
    maxAttempts: 3,
    priority: 10,
  });
  const actorIds = await listStaleActors(ctx);
  await enqueueAll(ctx, {
    task: "refresh-actor",
    jobs: actorIds.map((actorId) => ({ payload: { actorId }, key: `refresh-actor:${actorId}` })),
    maxAttempts: 3,
    priority: 10,
  });
}

/** To come, and somebody here takes part or follows who announces it. */
async function listStaleEvents({ db, now }: Context): Promise<string[]> {
  const takesPart = sql`exists (select 1 from participations p join actors o on o.id = p.actor_id
    where p.event_id = ${events.id} and o.domain is null)`;
  const rows = await db
    .select({ id: events.id })
    .from(remoteEvents)
    .innerJoin(events, eq(events.id, remoteEvents.eventId))
    .where(
      and(
        lt(remoteEvents.refreshedAt, hoursBefore(now, EVENT_HOURS)),
        gt(sql`coalesce(${events.endsAt}, ${events.startsAt})`, now.toISOString()),
        isNull(events.deletedAt),
        ne(events.status, "cancelled"),
        sql`(${takesPart} or ${isFollowedHere(sql`${events.organizerId}`)})`,
        reaches(sql`${events.domain}`),
      ),
    )
    .orderBy(sql`random()`)
    .limit(MOST_AT_ONCE);
  return rows.map(({ id }) => id);
}

async function listStaleActors({ db, now }: Context): Promise<string[]> {
  const announces = sql`exists (select 1 from events e
    where e.organizer_id = ${actors.id} and coalesce(e.ends_at, e.starts_at) > ${now.toISOString()}::timestamptz)`;
  const rows = await db
    .select({ id: actors.id })
    .from(remoteActors)
    .innerJoin(actors, eq(actors.id, remoteActors.actorId))
    .where(
      and(
        lt(remoteActors.refreshedAt, hoursBefore(now, STALE_HOURS)),
        isNull(actors.deletedAt),
        sql`(${announces} or ${isFollowedHere(sql`${actors.id}`)})`,
        reaches(sql`${actors.domain}`),
      ),
    )
    .orderBy(sql`random()`)
    .limit(MOST_AT_ONCE);
  return rows.map(({ id }) => id);
}

function isFollowedHere(actorId: SQL): SQL {
  return sql`exists (select 1 from follows f join actors o on o.id = f.follower_id
    where f.followed_id = ${actorId} and o.domain is null)`;
}

function reaches(domain: SQL): SQL {
  return sql`not exists (select 1 from servers s where s.domain = ${domain} and s.failures > 0)`;
}

function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}
