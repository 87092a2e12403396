import { randomUUID } from "node:crypto";
import { createParticipation } from "@/db/testing/factories";
import { askNewEmail } from "@/lib/accounts/change-email";
import { changePassword } from "@/lib/accounts/change-password";
import { beginSecondFactor } from "@/lib/accounts/second-factor/begin";
import { confirmSecondFactor } from "@/lib/accounts/second-factor/confirm";
import { renewRecoveryCodes } from "@/lib/accounts/second-factor/renew-codes";
import { turnOffSecondFactor } from "@/lib/accounts/second-factor/turn-off";
import type { Context } from "@/lib/core/context";
import { forgetTyped, keepTyped } from "@/lib/events/autosave";
import { keepList, takeList } from "@/lib/instance/kept-list";
import { acceptOffer } from "@/lib/participation/waitlist/offer";
import { linked, linksOfAnother } from "./links";
import type { Scene } from "./scene";

/** What somebody does who has no business with it. */
type Claim = (ctx: Context) => Promise<unknown>;
/** Sees to it that there is something of somebody else's, and claims it. */
export type Prepare = (ctx: Context, scene: Scene) => Promise<Claim[]>;

const wrong = { password: "not the password", code: "000000" };

/** Actions outside the role matrix, tried with what belongs to somebody else: nothing may change. */
export const strangers: Record<string, Prepare> = {
  forgetNewTypedAction: forgetTypedOfAnother,
  giveWayAction: forgetTypedOfAnother,
  forgetTypedAction: forgetTypedOfAnother,
  acceptOfferAction: async (ctx, { event }) => {
    await createParticipation(ctx.db, event, { status: "offered" });
    return [(ctx) => acceptOffer(ctx, event.id)];
  },
  changePasswordAction: claiming((ctx) =>
    changePassword(ctx, { ...wrong, newPassword: "quite another one" }, "A browser"),
  ),
  changeEmailAction: claiming((ctx) => askNewEmail(ctx, { ...wrong, email: "eve@example.org" })),
  beginSecondFactorAction: claiming((ctx) => beginSecondFactor(ctx, wrong)),
  confirmSecondFactorAction: claiming((ctx) =>
    confirmSecondFactor(ctx, { setup: randomUUID(), code: wrong.code }),
  ),
  renewRecoveryCodesAction: claiming((ctx) => renewRecoveryCodes(ctx, wrong)),
  turnOffSecondFactorAction: claiming((ctx) => turnOffSecondFactor(ctx, wrong)),
  keepListAction: claiming((ctx) => keepList(ctx, { list: "far.example,suspend" })),
  takeListAction: claiming((ctx) => takeList(ctx, { kept: randomUUID(), replaces: true })),
  ...Object.fromEntries(Object.keys(linked).map((name) => [name, withLinksForElse(name)])),
};

/** Where nothing of anybody else's can be named, and why. */
export const claimless: Record<string, string> = {
  renewCombinedCalendarAction: "takes no input but who asks: renewCalendar in the matrix",
  signUpAction: "makes something new; of a known address only that address is told",
  signInAction: "needs the password; sign-in.db.test.ts",
  forgetUnsentAction: "a cookie of one's own",
  signOutAction: "the session of one's own cookie",
  leaveDemoAction: "the session of one's own cookie",
  enterDemoAction: "names a role alone",
  wipeDemoAction: "names nothing",
  resendConfirmationAction: "mails to the address alone",
  askPasswordResetAction: "mails to the address alone",
  mailPasswordLinkAction: "mails to the own address; takes no input",
  putCodesAwayAction: "a cookie of one's own",
  switchIdentityAction: "a cookie of one's own; requestContext refuses others' handles",
  actAsAction: "a cookie of one's own; requestContext refuses others' handles",
  registerByMailAction: "mails to the address alone, which confirms",
};

async function forgetTypedOfAnother(ctx: Context, { draft }: Scene): Promise<Claim[]> {
  const actor = { kind: "identity" as const, actorId: draft.organizerId };
  await keepTyped({ ...ctx, actor }, { eventId: draft.id, version: 0, values: { title: "Typed" } });
  return [(ctx) => forgetTyped(ctx, draft.id)];
}

function claiming(claim: Claim): Prepare {
  return async () => [claim];
}

/** Every link but such as are for that. */
function withLinksForElse(name: string): Prepare {
  return async (ctx, scene) => {
    const { for: purpose, open } = linked[name]!;
    const links = Object.entries(await linksOfAnother(ctx, scene)).filter(([kind]) => kind !== purpose);
    return links.map(
      ([, token]) =>
        (ctx: Context) =>
          open(ctx, token, scene),
    );
  };
}
