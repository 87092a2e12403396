import { invitations } from "@/db/schema/instance";
import { createAccount } from "@/db/testing/factories";
import { confirmByHand, sendConfirmationAgain } from "@/lib/accounts/administration/confirm-by-hand";
import { dropSecondFactor } from "@/lib/accounts/administration/drop-second-factor";
import { endAccount, keepByHand } from "@/lib/accounts/administration/end-account";
import { giveRole } from "@/lib/accounts/administration/give-role";
import { mailResetLink } from "@/lib/accounts/administration/issue-reset-link";
import { setAccountEmail } from "@/lib/accounts/administration/set-email";
import { setAccountLocale } from "@/lib/accounts/administration/set-locale";
import { signOutEverywhere } from "@/lib/accounts/administration/sign-out-everywhere";
import { admitApplicant, turnDownApplicant } from "@/lib/accounts/application-decide";
import { createInvitation, endInvitation } from "@/lib/accounts/invitation-create";
import type { Context } from "@/lib/core/context";
import { lockByHand, openByHand } from "@/lib/moderation/acts/lock-by-hand";
import { applicant } from "./scene";

/** What administrators do about accounts, and moderators about who gets one. */
export const accountActs = {
  createInvitation: (ctx: Context) => createInvitation(ctx, { note: "", maxUses: 1, days: 7 }),
  endInvitation: async (ctx: Context) => {
    const [invitation] = await ctx.db.insert(invitations).values({ code: "a code" }).returning();
    await endInvitation(ctx, invitation!.id);
  },
  admitApplicant: async (ctx: Context) => admitApplicant(ctx, await applicant(ctx)),
  turnDownApplicant: async (ctx: Context) => turnDownApplicant(ctx, await applicant(ctx), "No."),
  giveRole: async (ctx: Context) => giveRole(ctx, { ...(await somebody(ctx)), role: "moderator" }),
  setAccountEmail: async (ctx: Context) =>
    setAccountEmail(ctx, { ...(await somebody(ctx)), email: "other@example.org" }),
  setAccountLocale: async (ctx: Context) => setAccountLocale(ctx, { ...(await somebody(ctx)), locale: "fr" }),
  confirmByHand: async (ctx: Context) => confirmByHand(ctx, await newcomer(ctx)),
  sendConfirmationAgain: async (ctx: Context) => sendConfirmationAgain(ctx, await newcomer(ctx)),
  mailResetLink: async (ctx: Context) => mailResetLink(ctx, (await somebody(ctx)).accountId),
  signOutEverywhere: async (ctx: Context) => signOutEverywhere(ctx, (await somebody(ctx)).accountId),
  dropSecondFactor: async (ctx: Context) => dropSecondFactor(ctx, await somebody(ctx)),
  lockByHand: async (ctx: Context) => lockByHand(ctx, await somebody(ctx)),
  openByHand: async (ctx: Context) => openByHand(ctx, await somebody(ctx)),
  endAccount: async (ctx: Context) => endAccount(ctx, { ...(await somebody(ctx)), isAtOnce: false }),
  keepByHand: async (ctx: Context) => keepByHand(ctx, (await somebody(ctx)).accountId),
};

async function somebody({ db }: Context) {
  return { accountId: (await createAccount(db)).id, reason: "Asked on the phone" };
}

async function newcomer({ db }: Context): Promise<string> {
  return (await createAccount(db, { confirmedAt: null })).id;
}
