import { and, asc, eq, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventInvitations } from "@/db/schema/event-invitations";
import { type Event, events } from "@/db/schema/events";
import { rowsInPages } from "@/lib/core/rows-in-pages";

const PAGE = 500;

/** What an identity was asked to come to, and whom it asked itself, the oldest first, in the form of the activity `Invite`. */
export async function* invitationObjects(
  db: Database,
  actor: { id: string; uri: string },
): AsyncGenerator<object> {
  for await (const { invitation, event, inviter, guest } of ownInvitations(db, actor.id)) {
    yield {
      id: invitation.uri,
      type: "Invite",
      actor: inviter ?? undefined,
      target: guest,
      object: { id: event.uri, type: "Event", name: event.title, startTime: event.startsAt?.toISOString() },
      published: invitation.createdAt.toISOString(),
      // When they answer is for those who were asked to know; others see their answer.
      answered: guest === actor.uri ? invitation.answeredAt?.toISOString() : undefined,
    };
  }
}

type Own = {
  invitation: typeof eventInvitations.$inferSelect;
  event: Pick<Event, "uri" | "title" | "startsAt">;
  inviter: string | null;
  guest: string;
};

const [inviters, guests] = [alias(actors, "inviters"), alias(actors, "guests")];

function ownInvitations(db: Database, ownerId: string): AsyncGenerator<Own> {
  const { createdAt, id, actorId, invitedById, eventId } = eventInvitations;
  return rowsInPages(PAGE, (after: Own | undefined): Promise<Own[]> => {
    const last = after?.invitation;
    const later =
      last && sql`(${createdAt}, ${id}) > (${last.createdAt.toISOString()}::timestamptz, ${last.id}::uuid)`;
    return db
      .select({
        invitation: eventInvitations,
        event: { uri: events.uri, title: events.title, startsAt: events.startsAt },
        inviter: inviters.uri,
        guest: guests.uri,
      })
      .from(eventInvitations)
      .innerJoin(events, eq(events.id, eventId))
      .innerJoin(guests, eq(guests.id, actorId))
      .leftJoin(inviters, eq(inviters.id, invitedById))
      .where(and(or(eq(actorId, ownerId), eq(invitedById, ownerId)), later))
      .orderBy(asc(createdAt), asc(id))
      .limit(PAGE);
  });
}
