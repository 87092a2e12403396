import { eq } from "drizzle-orm";
import { eventInvitations } from "@/db/schema/event-invitations";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { record } from "@/lib/journal/record";
import { answerOf } from "./answer-of";
import { findInvitation } from "./invited";
import { canInvite } from "./policy";

/**
 * A host takes an invitation back that was not answered, also one that was dismissed: nobody knows. Hosts elsewhere may, too.
 * Repeating it is harmless. Refuses with `invitation_answered`.
 */
export function takeInvitationBack(
  ctx: Context,
  { eventId, actorId }: { eventId: string; actorId: string },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, eventId);
    authorize(canInvite(tx.actor, event));
    const invitation = await findInvitation(tx.db, { eventId, actorId });
    if (!invitation) return;
    if (await answerOf(tx, { eventId, actorId })) throw conflict("invitation_answered");
    await tx.db.delete(eventInvitations).where(eq(eventInvitations.id, invitation.id));
    const { uri, invitedById: inviterId } = invitation;
    await record(tx, { kind: "event.uninvited", eventId, actorId, uri, inviterId });
  });
}
