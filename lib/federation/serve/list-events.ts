import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { hostedBy } from "@/lib/events/hosts/hosted-by";
import type { ToldEvent } from "../objects/told";
import { PAGE_SIZE } from "./collection";
import { loadEventsForPeers } from "./load-event";

type Listed = { told: ToldEvent[]; hasMore: boolean };

/** Whose events: those that it announced or hosts; null: all of this server that stand in its own lists. */
type Of = { actorId: string | null; page: number };

/** What was announced to everybody, the newest first. */
export function listAnnouncedEvents(db: Database, { actorId, page }: Of): Promise<Listed> {
  const which = actorId ? eq(events.organizerId, actorId) : isNull(actors.limitedAt);
  return list(db, { which, order: [desc(events.publishedAt), desc(events.id)], page });
}

/** What is to come or goes on, by its beginning. */
export function listComingEvents(db: Database, { actorId, page, now }: Of & { now: Date }): Promise<Listed> {
  const which = and(actorId ? hostedBy(actorId) : isNull(actors.limitedAt), endsAfter(now));
  return list(db, { which, order: [asc(events.startsAt), asc(events.id)], page });
}

export async function countAnnouncedEvents(db: Database, actorId: string | null): Promise<number> {
  return count(db, actorId ? eq(events.organizerId, actorId) : isNull(actors.limitedAt));
}

export async function countComingEvents(
  db: Database,
  { actorId, now }: { actorId: string | null; now: Date },
): Promise<number> {
  return count(db, and(actorId ? hostedBy(actorId) : isNull(actors.limitedAt), endsAfter(now)));
}

const isPublic = and(
  isNull(events.domain),
  isNotNull(events.publishedAt),
  isNull(events.deletedAt),
  eq(events.visibility, "public"),
  isNull(actors.deletedAt),
);

/** As long as `endOf` in lib/events/rules counts it as not over. */
function endsAfter(now: Date): SQL | undefined {
  const openEnd = sql`${events.startsAt} + interval '3 hours'`;
  return or(
    sql`${events.endsAt} > ${now.toISOString()}`,
    and(isNull(events.endsAt), sql`${openEnd} > ${now.toISOString()}`),
  );
}

/** Two queries, however many events: which, and then all that is told of them. */
async function list(
  db: Database,
  { which, order, page }: { which: SQL | undefined; order: SQL[]; page: number },
): Promise<Listed> {
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .where(and(isPublic, which))
    .orderBy(...order)
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE);
  const ids = rows.slice(0, PAGE_SIZE).map(({ id }) => id);
  const found = new Map((await loadEventsForPeers(db, ids)).map((told) => [told.event.id, told]));
  return { told: ids.flatMap((id) => found.get(id) ?? []), hasMore: rows.length > PAGE_SIZE };
}

async function count(db: Database, which: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .where(and(isPublic, which));
  return row?.total ?? 0;
}
