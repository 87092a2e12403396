import { and, eq, gt, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type EventInvitation, eventInvitations } from "@/db/schema/event-invitations";
import type { Event } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict, invalidField } from "@/lib/core/errors";
import { listFellows } from "@/lib/events/fellows";
import { lockEvent } from "@/lib/events/lock";
import { canManageEvent } from "@/lib/events/policy";
import { listBlocksBetween } from "@/lib/identities/blocks/refuse";
import { canSeeProfile } from "@/lib/identities/policy";
import { findProfile } from "@/lib/identities/queries";
import { record } from "@/lib/journal/record";
import { DAY } from "../retention";
import { answerOf } from "./answer-of";
import { MAX_INVITED, MAX_INVITED_A_DAY } from "./input";
import { findInvitation } from "./invited";
import { requireInviting } from "./may-invite";
import { newInvitationUri } from "./uri";

/** Who is asked: somebody of this server by handle, or of another. */
export type Invitee = { handle: string } | { actorId: string };

type Inviting = {
  eventId: string;
  invitee: Invitee;
  /** Id of the Invite of another server; absent: it is asked here. */
  uri?: string;
};

/**
 * A host asks somebody to come; hosts elsewhere, too. Whoever was asked already is not asked again, whatever they answered.
 * Refuses with the field error `invitee_unknown` also where there is such an identity, unless the one who asks could open
 * its page: typing handles tells no more than that. Further `hosts_already`, `invitee_answered`, `invitee_refused`,
 * `too_many_invited`, `invited_enough_today`, and as `requireInviting` does.
 */
export function inviteToEvent(ctx: Context, { eventId, invitee, uri }: Inviting): Promise<EventInvitation> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, eventId);
    const inviterId = requireInviting(tx, event);
    const actorId = await findInvitee(tx, inviterId, invitee);
    await requireNoBlock(tx, inviterId, actorId);
    if (canManageEvent({ kind: "identity", actorId }, event)) throw conflict("hosts_already");
    const present = await findInvitation(tx.db, { eventId, actorId });
    if (present) return present;

    await requireNoAnswer(tx, event, actorId);
    if (uri) await requireFree(tx, uri);
    await requireFew(tx, event, inviterId);
    const [invitation] = await tx.db
      .insert(eventInvitations)
      .values({ eventId, actorId, invitedById: inviterId, uri: uri ?? newInvitationUri(), createdAt: tx.now })
      .returning();
    await record(tx, { kind: "event.invited", eventId, actorId, invitationId: invitation!.id });
    return invitation!;
  });
}

async function findInvitee({ db, actor }: Context, inviterId: string, invitee: Invitee): Promise<string> {
  if ("actorId" in invitee) {
    const isThere = and(eq(actors.id, invitee.actorId), isNull(actors.deletedAt));
    const [found] = await db.select().from(actors).where(isThere);
    if (found?.domain && found.kind === "person") return found.id;
    throw invalidField("whom", "invitee_unknown");
  }
  const profile = await findProfile(db, invitee.handle);
  const fellows = profile && (await listFellows(db, inviterId, [profile.id]));
  const isOpen = profile && canSeeProfile(actor, profile, { isFellow: fellows?.has(profile.id) ?? false });
  if (!isOpen || profile.kind !== "person") throw invalidField("whom", "invitee_unknown");
  return profile.id;
}

/** Who is blocked finds nobody. */
async function requireNoBlock({ db }: Context, inviterId: string, actorId: string): Promise<void> {
  const [block] = await listBlocksBetween(db, [inviterId], [actorId]);
  if (!block) return;
  throw invalidField("whom", block.blockerId === inviterId ? "you_block_them" : "invitee_unknown");
}

/** Whoever left may be asked to come again. */
async function requireNoAnswer(tx: Context, event: Event, actorId: string): Promise<void> {
  const answer = await answerOf(tx, { eventId: event.id, actorId });
  if (answer) throw conflict(answer === "rejected" ? "invitee_refused" : "invitee_answered");
}

/** An id names one invitation: who uses it for another is not heard. */
async function requireFree({ db }: Context, uri: string): Promise<void> {
  if ((await db.$count(eventInvitations, eq(eventInvitations.uri, uri))) > 0) throw conflict("id_taken");
}

async function requireFew({ db, now }: Context, event: Event, inviterId: string): Promise<void> {
  const { eventId, invitedById, createdAt } = eventInvitations;
  if ((await db.$count(eventInvitations, eq(eventId, event.id))) >= MAX_INVITED)
    throw conflict("too_many_invited");
  const today = and(eq(invitedById, inviterId), gt(createdAt, new Date(now.getTime() - DAY)));
  if ((await db.$count(eventInvitations, today)) >= MAX_INVITED_A_DAY) throw conflict("invited_enough_today");
}
