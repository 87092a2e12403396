"use server";

import { endInvitationInput, invitationInput } from "@/lib/accounts/input";
import { createInvitation, endInvitation } from "@/lib/accounts/invitation-create";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/web/action";

export const createInvitationAction = action(
  invitationInput,
  async (ctx, input) => {
    await createInvitation(ctx, input);
    return { to: `${paths.invitations}?notice=invitation_created` };
  },
  { as: "account" },
);

export const endInvitationAction = action(
  endInvitationInput,
  async (ctx, { invitationId }) => {
    await endInvitation(ctx, invitationId);
    return { to: `${paths.invitations}?notice=invitation_over` };
  },
  { as: "account" },
);
