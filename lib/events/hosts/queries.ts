import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type EventHost, eventHosts } from "@/db/schema/event-hosts";
import { type Event, events } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import { notOf, type Unwelcome } from "@/lib/identities/blocks/unwelcome";
import { avatarColumns, type Face, faceColumns } from "@/lib/identities/queries";
import { columnsForAll } from "../town-only";

/** Those who host an event beside its organiser, in the order in which they accepted. Costs nothing where there are none. */
export async function listHosts(db: Database, { hostIds }: Pick<Event, "hostIds">): Promise<Face[]> {
  if (hostIds.length === 0) return [];
  const rows = await db
    .select({ face: faceColumns, avatar: avatarColumns })
    .from(actors)
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(and(inArray(actors.id, hostIds), isNull(actors.deletedAt)));
  const faces = rows.map(({ face, avatar }) => ({ ...face, avatar }));
  return hostIds.flatMap((id) => faces.find((face) => face.id === id) ?? []);
}

export type Asked = { face: Face; status: "invited" | "declined"; createdAt: Date };

/** Who was asked to host and has not accepted, the first asked first. For those who manage the event. */
export async function listAsked(db: Database, eventId: string): Promise<Asked[]> {
  const { status, createdAt } = eventHosts;
  const rows = await db
    .select({ face: faceColumns, avatar: avatarColumns, status, createdAt })
    .from(eventHosts)
    .innerJoin(actors, eq(actors.id, eventHosts.actorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(and(eq(eventHosts.eventId, eventId), sql`${status} <> 'accepted'`, isNull(actors.deletedAt)))
    .orderBy(asc(createdAt), asc(actors.id));
  return rows.map(({ face, avatar, ...row }) => ({
    ...row,
    status: row.status as Asked["status"],
    face: { ...face, avatar },
  }));
}

/** An event that an identity was asked to host. `organizer` is who announced it. */
export type Invitation = {
  actorId: string;
  status: EventHost["status"];
  event: Event;
  organizer: { id: string; name: string; handle: string };
};

const organizers = alias(actors, "organizers");

/**
 * What this identity was asked to host by people of whom it wants to hear, and may still answer: the latest first, at most
 * 20. For its own eyes.
 */
export function listInvitations(
  db: Database,
  actorId: string,
  { now, reader }: { now: Date; reader: Unwelcome },
): Promise<Invitation[]> {
  const end = sql`coalesce(${events.endsAt}, ${events.startsAt} + interval '3 hours')`;
  return selectInvitations(db)
    .where(
      and(
        eq(eventHosts.actorId, actorId),
        eq(eventHosts.status, "invited"),
        isNull(organizers.deletedAt),
        isNull(events.deletedAt),
        sql`${events.status} <> 'cancelled'`,
        sql`(${end} is null or ${end} > ${now.toISOString()}::timestamptz)`,
        notOf(reader, { actorId: organizers.id, domain: organizers.domain }),
      ),
    )
    .orderBy(desc(eventHosts.createdAt), asc(events.id))
    .limit(20);
}

/** What these identities were asked about the event at this address, and have not accepted. For the account that owns them. */
export function findInvitations(db: Database, slug: string, actorIds: string[]): Promise<Invitation[]> {
  return selectInvitations(db).where(
    and(
      eq(events.slug, slug),
      inArray(eventHosts.actorId, actorIds),
      sql`${eventHosts.status} <> 'accepted'`,
      isNull(organizers.deletedAt),
      isNull(events.deletedAt),
    ),
  );
}

function selectInvitations(db: Database) {
  const { actorId, status } = eventHosts;
  const { id, name, handle } = organizers;
  return db
    .select({ actorId, status, event: columnsForAll, organizer: { id, name, handle } })
    .from(eventHosts)
    .innerJoin(events, and(eq(events.id, eventHosts.eventId), isNull(events.deletedAt)))
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .$dynamic();
}
