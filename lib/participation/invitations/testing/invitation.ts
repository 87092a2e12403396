import type { Database } from "@/db/client";
import type { ActorRow } from "@/db/schema/actors";
import { type EventInvitation, eventInvitations } from "@/db/schema/event-invitations";
import type { Event } from "@/db/schema/events";
import { now } from "@/db/testing/factories";
import { newInvitationUri } from "../uri";

/** An identity that the organiser asked to come, as a command would have left it. */
export async function createInvitation(
  db: Database,
  event: Event,
  { id: actorId }: Pick<ActorRow, "id">,
): Promise<EventInvitation> {
  const [invitation] = await db
    .insert(eventInvitations)
    .values({
      eventId: event.id,
      actorId,
      invitedById: event.organizerId,
      uri: newInvitationUri(),
      createdAt: now,
    })
    .returning();
  return invitation!;
}
