import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { listed, unlimited, upcoming } from "@/lib/events/cards";
import { hostedBy } from "@/lib/events/hosts/hosted-by";
import type { ToldEvent } from "../objects/told";
import { PAGE_SIZE } from "./collection";
import { loadEventsForPeers } from "./load-event";

type Listed = { told: ToldEvent[]; hasMore: boolean };

/** Whose events: of an identity; null: of this server, those that stand in its own lists and are to come. */
type Of = { actorId: string | null; now: Date };

/** What was announced to everybody, the newest first. */
export function listAnnouncedEvents(db: Database, { page, ...of }: Of & { page: number }): Promise<Listed> {
  return list(db, { which: announced(of), order: [desc(events.publishedAt), desc(events.id)], page });
}

export function countAnnouncedEvents(db: Database, of: Of): Promise<number> {
  return count(db, announced(of));
}

/** What is to come or goes on, by its beginning. An identity hosts it, or announced it. */
export function listComingEvents(db: Database, { page, ...of }: Of & { page: number }): Promise<Listed> {
  return list(db, { which: coming(of), order: [asc(events.startsAt), asc(events.id)], page });
}

export function countComingEvents(db: Database, of: Of): Promise<number> {
  return count(db, coming(of));
}

function announced({ actorId, now }: Of): SQL | undefined {
  return actorId ? and(listed, eq(events.organizerId, actorId)) : coming({ actorId, now });
}

function coming({ actorId, now }: Of): SQL | undefined {
  return and(upcoming(now), actorId ? hostedBy(actorId) : unlimited);
}

const isHere = and(isNull(events.domain), isNull(actors.deletedAt));

/** Two queries, however many events: which, and then all that is told of them. */
async function list(
  db: Database,
  { which, order, page }: { which: SQL | undefined; order: SQL[]; page: number },
): Promise<Listed> {
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .where(and(isHere, which))
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
    .where(and(isHere, which));
  return row?.total ?? 0;
}
