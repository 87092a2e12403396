import type { Context } from "@/lib/core/context";
import { isOver } from "@/lib/events/rules";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { findInvitation } from "@/lib/participation/invitations/invited";
import { hears } from "./hears";
import { invitedLetter } from "./letters/invited";
import { findHappening, findPeople } from "./people";
import { writeTo } from "./write-to";

/**
 * Asks somebody to come, unless they answered or it was taken back meanwhile. Once for an event and an identity: whoever
 * takes an invitation back and asks again writes no second letter. Identities of other servers hear of it by federation.
 */
export async function announceInvitation(
  tx: Context,
  fact: Recorded<FactOf<"event.invited">>,
): Promise<void> {
  const invitation = await findInvitation(tx.db, fact);
  const happening = invitation && !invitation.answeredAt && (await findHappening(tx.db, fact.eventId));
  if (!happening || happening.event.status === "cancelled" || isOver(happening.event, tx.now)) return;
  const people = await findPeople(tx.db, [fact.actorId, ...named(invitation.invitedById)]);
  const person = people.find(({ id }) => id === fact.actorId);
  if (!person) return;
  const inviter = people.find(({ id }) => id === invitation.invitedById) ?? null;
  const { title, description } = happening.event;
  if (!(await hears(tx, person.id, { of: inviter, texts: [title, description] }))) return;
  await writeTo(tx, person.id, {
    key: `${fact.kind}:${fact.eventId}:${person.id}`,
    kind: "invitations",
    write: (reader) => invitedLetter({ ...happening, person, inviter }, reader),
  });
}

function named(id: string | null): string[] {
  return id ? [id] : [];
}
