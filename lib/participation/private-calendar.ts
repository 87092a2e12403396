import { and, asc, eq, getTableColumns, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { alias, unionAll } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventHosts } from "@/db/schema/event-hosts";
import { type Event, events } from "@/db/schema/events";
import { feedTokens } from "@/db/schema/feed-tokens";
import { participations } from "@/db/schema/participations";
import { hashToken } from "@/lib/core/crypto";
import { end } from "@/lib/events/cards";
import { facesOfFeed } from "@/lib/identities/feed-token";
import { tags } from "./event-page";

/** `isFirm`: they host it or are in; else they wait for an answer or a place, or may come. */
export type CalendarEntry = { event: Event; organizer: { name: string }; tags: string[]; isFirm: boolean };

/** `name`: the identity whose calendar it is; null for all of one account together. */
export type PrivateCalendar = { name: string | null; entries: CalendarEntry[] };

const DAYS_BACK = 90;
const AT_MOST = 1000;

/**
 * What the owner of this secret hosts, goes or may go to and waits for: the last 90 days and all to come, at most 1,000 events,
 * each once. Null if there is no such calendar; one query either way. What one identity's calendar holds depends on
 * that identity alone.
 */
export async function findPrivateCalendar(
  db: Database,
  { token, now }: { token: string; now: Date },
): Promise<PrivateCalendar | null> {
  const hash = hashToken(token);
  const since = new Date(now.getTime() - DAYS_BACK * 86_400_000);
  const rows = await selectCalendar(db, hash, { since });
  const [first] = rows;
  if (!first) return null;
  const entries = rows.flatMap(({ event, organizerName, tags, isFirm }) =>
    event && organizerName !== null ? [{ event, organizer: { name: organizerName }, tags, isFirm }] : [],
  );
  return { name: first.name, entries };
}

/** A calendar without events is a row without an event. */
function selectCalendar(db: Database, hash: string, { since }: { since: Date }) {
  const owner = alias(actors, "owner");
  const listed = listedEvents(db, hash, { since });
  return db
    .with(listed)
    .select({
      name: owner.name,
      event: getTableColumns(events),
      organizerName: actors.name,
      tags,
      isFirm: sql<boolean>`${listed.isFirm}`,
    })
    .from(feedTokens)
    .leftJoin(owner, eq(owner.id, feedTokens.actorId))
    .leftJoin(listed, sql`true`)
    .leftJoin(events, eq(events.id, listed.eventId))
    .leftJoin(actors, and(eq(actors.id, events.organizerId), isNull(actors.deletedAt)))
    .where(and(eq(feedTokens.hash, hash), isNull(owner.deletedAt)))
    .orderBy(asc(events.startsAt), asc(events.id));
}

/** Each event once, however many identities of the account it concerns. */
function listedEvents(db: Database, hash: string, { since }: { since: Date }) {
  const concerned = unionAll(
    db
      .select({ eventId: events.id, isFirm: sql<boolean>`true`.as("is_firm") })
      .from(events)
      .where(inArray(events.organizerId, facesOfFeed(db, hash))),
    db
      .select({ eventId: eventHosts.eventId, isFirm: sql<boolean>`true`.as("is_firm") })
      .from(eventHosts)
      .where(and(inArray(eventHosts.actorId, facesOfFeed(db, hash)), eq(eventHosts.status, "accepted"))),
    db
      .select({
        eventId: participations.eventId,
        isFirm: sql<boolean>`${participations.status} = 'approved'`.as("is_firm"),
      })
      .from(participations)
      .where(
        and(
          inArray(participations.actorId, facesOfFeed(db, hash)),
          inArray(participations.status, ["approved", "offered", "waitlisted", "pending", "maybe"]),
        ),
      ),
  ).as("concerned");
  return db.$with("listed").as(
    db
      .select({
        eventId: concerned.eventId,
        isFirm: sql<boolean>`bool_or(${concerned.isFirm})`.as("is_firm"),
      })
      .from(concerned)
      .innerJoin(events, eq(events.id, concerned.eventId))
      .where(and(isNotNull(events.publishedAt), isNull(events.deletedAt), gt(end, since.toISOString())))
      .groupBy(concerned.eventId, events.startsAt)
      .orderBy(asc(events.startsAt))
      .limit(AT_MOST),
  );
}
