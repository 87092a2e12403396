import { and, asc, desc, eq, exists, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventInvitations } from "@/db/schema/event-invitations";
import { eventQuestions } from "@/db/schema/event-questions";
import { type Event, events } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import { type Participation, participations } from "@/db/schema/participations";
import { end } from "@/lib/events/cards";
import { columnsForAll } from "@/lib/events/town-only";
import { notOf, type Unwelcome } from "@/lib/identities/blocks/unwelcome";
import { avatarColumns, type Face, faceColumns } from "@/lib/identities/queries";

/** Somebody who was asked to come; `status`: where they stand, null: they have not answered. */
export type Invited = { face: Face; status: Participation["status"] | null; createdAt: Date };

/** Whom hosts asked to come, the latest first. For those who manage the event. */
export async function listInvited(db: Database, eventId: string): Promise<Invited[]> {
  const { createdAt, actorId } = eventInvitations;
  const rows = await db
    .select({ face: faceColumns, avatar: avatarColumns, status: participations.status, createdAt })
    .from(eventInvitations)
    .innerJoin(actors, eq(actors.id, actorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .leftJoin(participations, hasAnswered)
    .where(and(eq(eventInvitations.eventId, eventId), isNull(actors.deletedAt)))
    .orderBy(desc(createdAt), asc(actors.handle));
  return rows.map(({ face, avatar, ...row }) => ({ ...row, face: { ...face, avatar } }));
}

const hasAnswered = and(
  eq(participations.eventId, eventInvitations.eventId),
  eq(participations.actorId, eventInvitations.actorId),
);

type Named = { id: string; name: string; handle: string; domain: string | null };

/** An event that an identity is asked to come to. `inviter`: null when they are gone. */
export type OpenInvitation = {
  event: Event;
  inviter: Named | null;
  /** Whoever comes must answer questions first. */
  mustAnswer: boolean;
};

const inviters = alias(actors, "inviters");
const organizers = alias(actors, "organizers");

/**
 * What this identity was asked to come to, by people of whom it wants to hear, and has not answered; the latest first, at
 * most 20. For its own eyes.
 */
export async function listOpenInvitations(
  db: Database,
  actorId: string,
  { now, reader }: { now: Date; reader: Unwelcome },
): Promise<OpenInvitation[]> {
  const { id, name, handle, domain } = inviters;
  const rows = await db
    .select({ event: columnsForAll, inviter: { id, name, handle, domain }, mustAnswer: mustAnswer(db) })
    .from(eventInvitations)
    .innerJoin(events, eq(events.id, eventInvitations.eventId))
    .innerJoin(organizers, and(eq(organizers.id, events.organizerId), isNull(organizers.deletedAt)))
    .leftJoin(inviters, and(eq(inviters.id, eventInvitations.invitedById), isNull(inviters.deletedAt)))
    .leftJoin(participations, hasAnswered)
    .where(
      and(
        eq(eventInvitations.actorId, actorId),
        isNull(eventInvitations.answeredAt),
        or(isNull(participations.id), eq(participations.status, "left")),
        isNull(events.deletedAt),
        sql`${events.publishedAt} is not null`,
        ne(events.status, "cancelled"),
        sql`${end} > ${now.toISOString()}::timestamptz`,
        or(
          isNull(inviters.id),
          notOf(reader, { actorId: inviters.id, domain: inviters.domain }) ?? sql`true`,
        ),
      ),
    )
    .orderBy(desc(eventInvitations.createdAt), asc(events.id))
    .limit(20);
  return rows.map((row) => ({ ...row, mustAnswer: row.mustAnswer === true }));
}

function mustAnswer(db: Database) {
  const asked = db
    .select({ id: eventQuestions.id })
    .from(eventQuestions)
    .where(and(eq(eventQuestions.eventId, events.id), eventQuestions.isRequired));
  return exists(asked) as ReturnType<typeof sql<boolean>>;
}
