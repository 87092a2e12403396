import type { EventInvitation } from "@/db/schema/event-invitations";
import type { Context } from "@/lib/core/context";
import { invalidField } from "@/lib/core/errors";
import { getEvent } from "@/lib/events/queries";
import { type Invitee, inviteToEvent } from "@/lib/participation/invitations/invite";
import { requireInviting } from "@/lib/participation/invitations/may-invite";
import { findByAddress } from "./find";
import { isOurs } from "./uris";

/**
 * A host asks somebody to come who is named as people name each other: "@ada", "@grace@far.example", or the address of
 * their page. Other servers are asked only for those who may ask. Refuses as `inviteToEvent` does.
 */
export async function inviteByAddress(
  ctx: Context,
  { eventId, whom }: { eventId: string; whom: string },
): Promise<EventInvitation> {
  requireInviting(ctx, await getEvent(ctx.db, eventId));
  return inviteToEvent(ctx, { eventId, invitee: await findInvitee(ctx, whom) });
}

async function findInvitee(ctx: Context, whom: string): Promise<Invitee> {
  const handle = ownHandleIn(whom);
  if (handle) return { handle };
  const found = await findByAddress(ctx, whom);
  if (found?.kind === "actor") return { actorId: found.actor.id };
  throw invalidField("whom", "invitee_unknown");
}

/** The handle of an identity of this server; null for everybody else. */
function ownHandleIn(whom: string): string | null {
  const named = /^@?([a-z0-9_]{1,30})(?:@([^\s@/]+))?$/i.exec(whom);
  if (named) {
    const isHere = !named[2] || isOurs(`https://${named[2]}/`) || isOurs(`http://${named[2]}/`);
    return isHere ? named[1]!.toLowerCase() : null;
  }
  return isOurs(whom)
    ? (/^\/@([a-z0-9_]{1,30})$/i.exec(new URL(whom).pathname)?.[1]?.toLowerCase() ?? null)
    : null;
}
