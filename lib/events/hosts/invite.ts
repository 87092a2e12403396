import { type EventHost, eventHosts } from "@/db/schema/event-hosts";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, invalidField } from "@/lib/core/errors";
import { listBlocksBetween } from "@/lib/identities/blocks/refuse";
import { canSeeProfile } from "@/lib/identities/policy";
import { findProfile } from "@/lib/identities/queries";
import { record } from "@/lib/journal/record";
import { listFellows } from "../fellows";
import { lockEvent } from "../lock";
import { canManageEvent } from "../policy";
import { findHosting, requireRoom, requireToCome } from "./hosting";

/**
 * Asks an identity of this server to host an event too. Whoever was asked already is not asked again. Refuses with
 * `host_unknown` also where there is such an identity, unless the one who asks could open its page: typing handles tells no
 * more than that. Further `hosting_declined` (they may still change their mind), `organizes_already`, `too_many_hosts`,
 * `event_cancelled`, `event_over`.
 */
export function inviteHost(ctx: Context, input: { eventId: string; handle: string }): Promise<EventHost> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, input.eventId);
    authorize(tx.actor.kind === "identity" && canManageEvent(tx.actor, event));
    requireToCome(event, tx.now);
    const actorId = await findInvitable(tx, tx.actor.actorId, input.handle);
    if (actorId === event.organizerId) throw conflict("organizes_already");
    const present = await findHosting(tx, event.id, actorId);
    if (present?.status === "declined") throw conflict("hosting_declined");
    if (present) return present;

    await requireRoom(tx, event.id);
    const [hosting] = await tx.db
      .insert(eventHosts)
      .values({ eventId: event.id, actorId, invitedById: tx.actor.actorId, createdAt: tx.now })
      .returning();
    await record(tx, { kind: "event.host_invited", eventId: event.id, actorId });
    return hosting!;
  });
}

async function findInvitable({ db, actor }: Context, inviterId: string, handle: string): Promise<string> {
  const profile = await findProfile(db, handle);
  const fellows = profile && (await listFellows(db, inviterId, [profile.id]));
  const isOpen = profile && canSeeProfile(actor, profile, { isFellow: fellows?.has(profile.id) ?? false });
  if (!isOpen || profile.kind !== "person") throw invalidField("handle", "host_unknown");
  const [block] = await listBlocksBetween(db, [inviterId], [profile.id]);
  if (block) throw invalidField("handle", block.blockerId === inviterId ? "you_block_them" : "host_unknown");
  return profile.id;
}
