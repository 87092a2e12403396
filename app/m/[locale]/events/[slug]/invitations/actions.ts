"use server";

import type { Context } from "@/lib/core/context";
import { invitationsPath } from "@/lib/core/participation-paths";
import { getEvent } from "@/lib/events/queries";
import { inviteByAddress } from "@/lib/federation/invite-by-address";
import { invitedReference, inviteInput } from "@/lib/participation/invitations/input";
import { takeInvitationBack } from "@/lib/participation/invitations/take-back";
import { action } from "@/lib/web/action";

/** Names are typed here, other servers are asked for some, and each is mailed to. */
export const inviteToEventAction = action(
  inviteInput,
  async (ctx, input) => {
    await inviteByAddress(ctx, input);
    return { to: await invitationsWith(ctx, input.eventId, "guest_invited") };
  },
  { limit: { name: "invite guest", max: 100, minutes: 60 } },
);

export const takeInvitationBackAction = action(
  invitedReference,
  async (ctx, input) => {
    await takeInvitationBack(ctx, input);
    return { to: await invitationsWith(ctx, input.eventId, "invitation_taken_back") };
  },
  { limit: { name: "uninvite guest", max: 100, minutes: 60 } },
);

async function invitationsWith({ db }: Context, eventId: string, notice: string): Promise<string> {
  const { slug } = await getEvent(db, eventId);
  return `${invitationsPath(slug)}?notice=${notice}`;
}
