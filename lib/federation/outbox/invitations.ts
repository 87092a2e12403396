import { eq, inArray } from "drizzle-orm";
import { type ActorRow, actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { findInvitation } from "@/lib/participation/invitations/invited";
import { createActivity } from "../objects/create";
import { loadEventForPeers } from "../serve/load-event";
import {
  deleteWordsActivity,
  invitationNote,
  inviteActivity,
  undoInviteActivity,
} from "./invitation-activities";
import { findSoftware } from "./participants";
import { sendActivity } from "./send";

/** How long a server that was heard of just now has to say what software it runs: by it the words are chosen. */
const PAUSE = 10_000;

/** Asks somebody of another server to come to an event of ours, unless it was taken back meanwhile. */
export async function inviteElsewhere(tx: Context, fact: Recorded<FactOf<"event.invited">>): Promise<void> {
  const invitation = await findInvitation(tx.db, fact);
  const told = invitation && (await loadEventForPeers(tx.db, fact.eventId));
  if (!told || told.event.status === "cancelled") return;
  const { guest, inviter } = await findParties(tx, {
    guestId: fact.actorId,
    inviterId: invitation.invitedById ?? told.organizer.id,
  });
  if (!guest?.domain || !inviter) return;
  const due = new Date(fact.at.getTime() + PAUSE);
  if (due > tx.now && !(await isAsked(tx, guest.domain))) return tellLater(tx, fact, due);
  const asking = { told, invitation, inviter, guest };
  const { asInvite, inWords } = await waysFor(tx, guest.domain);
  const activities = [
    ...(asInvite ? [inviteActivity(asking)] : []),
    ...(inWords ? [createActivity(invitationNote(asking))] : []),
  ];
  const to = { actorIds: [guest.id] };
  for (const activity of activities)
    await sendActivity(tx, { actorId: inviter.id, activity, to, aboutId: told.organizer.id });
}

/** Tells somebody of another server that they are asked no more; where that was said in words, these go. */
export async function uninviteElsewhere(
  tx: Context,
  fact: Recorded<FactOf<"event.uninvited">>,
): Promise<void> {
  if (fact.origin === "remote" || !fact.inviterId) return;
  const { guest, inviter } = await findParties(tx, { guestId: fact.actorId, inviterId: fact.inviterId });
  const [event] = await tx.db.select().from(events).where(eq(events.id, fact.eventId));
  if (!guest?.domain || !inviter || !event) return;
  const { asInvite, inWords } = await waysFor(tx, guest.domain);
  const { uri } = fact;
  const activities = [
    ...(asInvite ? [undoInviteActivity({ uri, inviter, guest, event })] : []),
    ...(inWords ? [deleteWordsActivity({ uri, inviter, guest })] : []),
  ];
  for (const activity of activities)
    await sendActivity(tx, { actorId: inviter.id, activity, to: { actorIds: [guest.id] } });
}

/** Software that reads an Invite to an event; Mobilizon knows them of groups alone. */
const readsInvites = ["carillon", "hubzilla", "friendica"];

/** What is not known gets both: one of them it will read. */
async function waysFor(tx: Context, domain: string): Promise<{ asInvite: boolean; inWords: boolean }> {
  const software = await findSoftware(tx, domain);
  const isRead = readsInvites.includes(software);
  return { asInvite: isRead || software === "", inWords: !isRead };
}

async function findParties(
  { db }: Context,
  { guestId, inviterId }: { guestId: string; inviterId: string },
): Promise<{ guest?: ActorRow; inviter?: ActorRow }> {
  const rows = await db
    .select()
    .from(actors)
    .where(inArray(actors.id, [guestId, inviterId]));
  const there = (id: string) => rows.find((row) => row.id === id && row.deletedAt === null);
  return { guest: there(guestId), inviter: there(inviterId) };
}

async function isAsked({ db }: Context, domain: string): Promise<boolean> {
  const [server] = await db.select().from(servers).where(eq(servers.domain, domain));
  return Boolean(server?.askedAt);
}

function tellLater(tx: Context, { factId }: { factId: number }, runAt: Date): Promise<void> {
  return enqueue(tx, {
    task: "tell",
    payload: { reader: "inviteElsewhere", factId },
    key: `tell:inviteElsewhere:${factId}`,
    runAt,
  });
}
