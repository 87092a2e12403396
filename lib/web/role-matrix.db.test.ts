import { globSync, readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { Account } from "@/db/schema/accounts";
import { createAccount, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Actor } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { createHost, createInvited } from "@/lib/events/hosts/testing/hosting";
import { type Act, acts } from "./testing/acts";

const roles = [
  "anonymous",
  "stranger",
  "participant",
  "holder of a mailed link",
  "organizer",
  "co-host",
  "other face of the organizer",
  "moderator",
  "account",
  "moderator's account",
  "administrator's account",
] as const;

type Role = (typeof roles)[number];

/** Who may do what. A new action needs a row: the last test looks for it. */
const matrix: Record<Act, Role[]> = {
  announceEvent: [
    "stranger",
    "participant",
    "organizer",
    "co-host",
    "other face of the organizer",
    "moderator",
  ],
  saveEvent: ["organizer", "co-host"],
  reviseDraft: ["organizer", "co-host"],
  keepTyped: ["organizer", "co-host"],
  publishEvent: ["organizer", "co-host"],
  schedulePublishing: ["organizer", "co-host"],
  unschedule: ["organizer", "co-host"],
  deleteEvent: ["organizer"],
  restoreEvent: ["organizer"],
  cancelEvent: ["organizer", "co-host"],
  inviteHost: ["organizer", "co-host"],
  inviteToEvent: ["organizer", "co-host"],
  takeInvitationBack: ["organizer", "co-host"],
  dismissInvitation: [
    "stranger",
    "participant",
    "organizer",
    "co-host",
    "other face of the organizer",
    "moderator",
  ],
  acceptHosting: ["stranger"],
  declineHosting: ["stranger"],
  leaveHosting: [
    "stranger",
    "participant",
    "organizer",
    "co-host",
    "other face of the organizer",
    "moderator",
  ],
  removeHost: ["organizer"],
  handOver: ["organizer"],
  reply: ["stranger", "participant", "holder of a mailed link", "other face of the organizer", "moderator"],
  changeParticipation: ["participant", "holder of a mailed link"],
  leaveEvent: [
    "stranger",
    "participant",
    "holder of a mailed link",
    "organizer",
    "co-host",
    "other face of the organizer",
    "moderator",
  ],
  approveParticipation: ["organizer", "co-host"],
  rejectParticipation: ["organizer", "co-host"],
  decideParticipations: ["organizer", "co-host"],
  undoDecisions: ["organizer", "co-host"],
  moveInLine: ["organizer", "co-host"],
  takeListAlong: ["organizer", "co-host"],
  writeAnnouncement: ["organizer", "co-host"],
  cancelAnnouncement: ["organizer", "co-host"],
  saveQuestion: ["organizer", "co-host"],
  moveQuestion: ["organizer", "co-host"],
  removeQuestion: ["organizer", "co-host"],
  addComment: ["stranger", "participant", "organizer", "co-host", "other face of the organizer", "moderator"],
  editComment: ["stranger"],
  deleteComment: ["stranger", "organizer", "co-host"],
  pinComment: ["organizer", "co-host"],
  unpinComment: ["organizer", "co-host"],
  approveComment: ["organizer", "co-host"],
  refuseComment: ["organizer", "co-host"],
  createIdentity: ["account", "moderator's account", "administrator's account"],
  updateIdentity: ["stranger"],
  deleteIdentity: ["account"],
  startLeaving: ["account", "moderator's account", "administrator's account"],
  keepAccount: ["account", "moderator's account", "administrator's account"],
  requestExport: ["account", "moderator's account", "administrator's account"],
  revealAccount: ["moderator's account", "administrator's account"],
  report: ["stranger", "participant", "co-host", "other face of the organizer", "moderator"],
  takeCase: ["moderator's account", "administrator's account"],
  releaseCase: ["moderator's account", "administrator's account"],
  addNote: ["moderator's account", "administrator's account"],
  removeReported: ["moderator's account", "administrator's account"],
  putReportedBack: ["moderator's account", "administrator's account"],
  warnReported: ["moderator's account", "administrator's account"],
  limitReported: ["moderator's account", "administrator's account"],
  unlimitReported: ["moderator's account", "administrator's account"],
  suspendReported: ["moderator's account", "administrator's account"],
  unsuspendReported: ["moderator's account", "administrator's account"],
  lockAccount: ["moderator's account", "administrator's account"],
  openAccount: ["moderator's account", "administrator's account"],
  closeCase: ["moderator's account", "administrator's account"],
  reopenCase: ["moderator's account", "administrator's account"],
  followIdentity: ["stranger", "participant", "organizer", "other face of the organizer", "moderator"],
  blockIdentity: ["stranger", "participant", "organizer", "other face of the organizer", "moderator"],
  muteIdentity: ["stranger", "participant", "organizer", "other face of the organizer", "moderator"],
  unblockIdentity: [
    "stranger",
    "participant",
    "organizer",
    "co-host",
    "other face of the organizer",
    "moderator",
  ],
  unfollowIdentity: [
    "stranger",
    "participant",
    "organizer",
    "co-host",
    "other face of the organizer",
    "moderator",
  ],
  renewCalendar: [
    "stranger",
    "participant",
    "organizer",
    "co-host",
    "other face of the organizer",
    "moderator",
    "account",
    "moderator's account",
    "administrator's account",
  ],
  takeBackEmail: ["account", "moderator's account", "administrator's account"],
  signOutDevice: ["account", "moderator's account", "administrator's account"],
  signOutOthers: ["account", "moderator's account", "administrator's account"],
  unlinkExternalLogin: ["account", "moderator's account", "administrator's account"],
  setZone: ["account", "moderator's account", "administrator's account"],
  setHome: ["account", "moderator's account", "administrator's account"],
  setDefaultIdentity: ["account"],
  settleIn: ["account", "moderator's account", "administrator's account"],
  finishStep: ["account", "moderator's account", "administrator's account"],
  endOnboarding: ["account", "moderator's account", "administrator's account"],
  chooseMails: ["account"],
  setRegistration: ["administrator's account"],
  setOwnCategories: ["administrator's account"],
  setFederation: ["administrator's account"],
  followServer: ["administrator's account"],
  unfollowServer: ["administrator's account"],
  retryServer: ["administrator's account"],
  forgetServer: ["administrator's account"],
  setDomainPolicy: ["administrator's account"],
  removeDomainPolicy: ["administrator's account"],
  createInvitation: ["administrator's account"],
  endInvitation: ["administrator's account"],
  admitApplicant: ["moderator's account", "administrator's account"],
  turnDownApplicant: ["moderator's account", "administrator's account"],
};

/** Actions that are not a command of the house as somebody, and why. */
const elsewhere: Record<string, string> = {
  forgetNewTypedAction: "forgets what one typed oneself; autosave.db.test.ts",
  giveWayAction: "the same; autosave.db.test.ts",
  forgetTypedAction: "forgets what one typed oneself; autosave.db.test.ts",
  acceptOfferAction: "whoever was offered a place; waitlist/offer.db.test.ts",
  answerInvitationAction: "reply",
  acceptMyHostingAction: "acceptHosting",
  declineMyHostingAction: "declineHosting",
  renewCombinedCalendarAction: "the same as the account; feed-token.db.test.ts",
  signUpAction: "open to everybody; sign-up.db.test.ts",
  signInAction: "open to everybody; sign-in.db.test.ts",
  keepAccountByLinkAction: "whoever has the link; leaving.db.test.ts",
  forgetUnsentAction: "forgets what this browser kept; short-lived.test.ts",
  signOutAction: "closes the own session alone",
  resendConfirmationAction: "open to everybody; resend-confirmation.db.test.ts",
  askPasswordResetAction: "open to everybody; reset-password.db.test.ts",
  resetPasswordAction: "whoever has the link; reset-password.db.test.ts",
  confirmEmailAction: "whoever has the link; change-email.db.test.ts",
  changePasswordAction: "asks for one's own password; change-password.db.test.ts",
  changeEmailAction: "asks for one's own password; change-email.db.test.ts",
  mailPasswordLinkAction: "mails to one's own address; reset-password.db.test.ts",
  confirmAction: "whoever has the link; sign-in.db.test.ts",
  welcomeAction: "whoever has the link; sign-up.db.test.ts",
  finishSignInAction: "whoever has the token and a code; second-factor/sign-in.db.test.ts",
  beginSecondFactorAction: "about the own account, with its password; second-factor.db.test.ts",
  confirmSecondFactorAction: "about the own account; second-factor.db.test.ts",
  renewRecoveryCodesAction: "about the own account, with its password; second-factor.db.test.ts",
  turnOffSecondFactorAction: "about the own account, with its password; second-factor.db.test.ts",
  putCodesAwayAction: "forgets a cookie alone",
  switchIdentityAction: "chooses among one's own; context.ts refuses others",
  actAsAction: "chooses among one's own; context.ts refuses others",
  finishSignUpAction: "whoever a provider brought; finish-sign-up.db.test.ts",
  completeIdentityAction: "updateIdentity and finishStep",
  chooseFirstMailsAction: "chooseMails and finishStep",
  neverMindAction: "endOnboarding",
  registerByMailAction: "open to everybody; by-mail/register.db.test.ts",
  confirmAnswerAction: "whoever has the link; by-mail/confirm.db.test.ts",
  replyByLinkAction: "whoever has the link; by-mail/reply.db.test.ts",
  acceptByLinkAction: "whoever has the link; by-mail/reply.db.test.ts",
  leaveByLinkAction: "whoever has the link; by-mail/reply.db.test.ts",
  forgetByLinkAction: "whoever has the link; by-mail/reply.db.test.ts",
  unsubscribeAction: "whoever has the link; unsubscribe.db.test.ts",
  resubscribeAction: "whoever has the link; unsubscribe.db.test.ts",
};

describe("who may do what", () => {
  for (const act of Object.keys(matrix) as Act[]) {
    for (const role of roles) {
      const isAllowed = matrix[act].includes(role);
      test(`${role} ${isAllowed ? "may" : "may not"} ${act}`, async ({ db }) => {
        const town = await settle(db);
        const outcome = acts[act]({ db, actor: town.actors[role], now }, town).then(
          () => "allowed",
          (error: unknown) => {
            if (!(error instanceof AppError)) throw error;
            return error.code;
          },
        );
        if (isAllowed) expect(await outcome).toBe("allowed");
        else expect(["forbidden", "unauthenticated", "not_found"]).toContain(await outcome);
      });
    }
  }

  test("every action has a row", () => {
    const files = [...globSync("app/**/actions.ts"), ...globSync("lib/web/*-action.ts")];
    const names = files.flatMap((file) => {
      const source = readFileSync(file, "utf8");
      return [...source.matchAll(/export const (\w+)/g)].map((match) => match[1]!);
    });
    const rows = new Set([...Object.keys(matrix).map((act) => `${act}Action`), ...Object.keys(elsewhere)]);
    expect(names.filter((name) => !rows.has(name))).toEqual([]);
  });
});

/** One event with everybody around it. */
async function settle(db: Database) {
  const account: Account = await createAccount(db);
  const organizer = await createIdentity(db, { account });
  const otherFace = await createIdentity(db, { account });
  const stranger = await createIdentity(db);
  const participant = await createIdentity(db);
  const staff = await createAccount(db, { role: "moderator" });
  const boss = await createAccount(db, { role: "administrator" });
  const moderator = await createIdentity(db, { account: staff });
  const event = await createEvent(db, { organizerId: organizer.id });
  const draft = await createEvent(db, { organizerId: organizer.id, publishedAt: null });
  const host = await createHost(db, event);
  await createHost(db, draft, { host });
  const asked = await createEvent(db);
  await createInvited(db, asked, { host: stranger });
  await createParticipation(db, event, { actorId: participant.id, status: "approved" });
  const waiting = await createParticipation(db, event);
  const byMail = await createParticipation(db, event, { email: "grace@example.org", status: "approved" });
  const as = (actorId: string): Actor => ({ kind: "identity", actorId });
  const actors: Record<Role, Actor> = {
    anonymous: { kind: "anonymous" },
    stranger: as(stranger.id),
    participant: as(participant.id),
    "holder of a mailed link": { kind: "mail", participationId: byMail.id },
    organizer: as(organizer.id),
    "co-host": as(host.id),
    "other face of the organizer": as(otherFace.id),
    moderator: as(moderator.id),
    account: { kind: "account", accountId: account.id, role: "member" },
    "moderator's account": { kind: "account", accountId: staff.id, role: "moderator" },
    "administrator's account": { kind: "account", accountId: boss.id, role: "administrator" },
  };
  return { actors, event, draft, waiting, stranger, host, asked };
}
