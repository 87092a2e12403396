import { randomUUID } from "node:crypto";
import { createAccount, createParticipation } from "@/db/testing/factories";
import { takeBackNewEmail } from "@/lib/accounts/change-email";
import { getOwnCredentials } from "@/lib/accounts/credentials";
import { signOutDevice, signOutOtherDevices } from "@/lib/accounts/devices";
import { unlinkExternalLogin } from "@/lib/accounts/external-link";
import { setHome } from "@/lib/accounts/home";
import { keepAccount, startLeaving } from "@/lib/accounts/leaving";
import { endOnboarding, finishStep, settleIn } from "@/lib/accounts/onboarding";
import { setZone } from "@/lib/accounts/preferences";
import { addComment } from "@/lib/comments/add";
import { approveComment, refuseComment } from "@/lib/comments/decide";
import { deleteComment } from "@/lib/comments/delete";
import { editComment } from "@/lib/comments/edit";
import { pinComment, unpinComment } from "@/lib/comments/pin";
import type { Context } from "@/lib/core/context";
import { endIdentityAndEvents } from "@/lib/departure/delete-identity";
import { requestExport } from "@/lib/departure/request-export";
import { keepTyped } from "@/lib/events/autosave";
import { cancelEvent } from "@/lib/events/cancel";
import { deleteEvent, restoreEvent } from "@/lib/events/delete";
import { reviseDraft } from "@/lib/events/draft";
import { followIdentity, unfollowIdentity } from "@/lib/events/follow";
import { acceptHosting, declineHosting } from "@/lib/events/hosts/answer";
import { handOver } from "@/lib/events/hosts/hand-over";
import { inviteHost } from "@/lib/events/hosts/invite";
import { leaveHosting } from "@/lib/events/hosts/leave";
import { removeHost } from "@/lib/events/hosts/remove";
import { publishEvent } from "@/lib/events/publish";
import { getEvent } from "@/lib/events/queries";
import { saveEvent } from "@/lib/events/save";
import { schedulePublishing, unschedulePublishing } from "@/lib/events/schedule";
import { typed } from "@/lib/events/testing/typed";
import { createIdentity } from "@/lib/identities/create";
import { renewFeedToken } from "@/lib/identities/feed-token";
import { getIdentity } from "@/lib/identities/queries";
import { setDefaultIdentity } from "@/lib/identities/set-default";
import { updateIdentity } from "@/lib/identities/update";
import { setOwnCategories } from "@/lib/instance/categories";
import { setRegistration } from "@/lib/instance/registration";
import { revealAccount } from "@/lib/moderation/reveal-account";
import { chooseMails } from "@/lib/notifications/choose";
import { cancelAnnouncement } from "@/lib/participation/announcements/cancel";
import { writeAnnouncement } from "@/lib/participation/announcements/write";
import { approveParticipation, approveParticipations, rejectParticipation } from "@/lib/participation/decide";
import { dismissInvitation } from "@/lib/participation/invitations/dismiss";
import { inviteToEvent } from "@/lib/participation/invitations/invite";
import { takeInvitationBack } from "@/lib/participation/invitations/take-back";
import { leaveEvent } from "@/lib/participation/leave";
import { participantTable } from "@/lib/participation/lists/table";
import { moveQuestion } from "@/lib/participation/questions/move";
import { removeQuestion } from "@/lib/participation/questions/remove";
import { saveQuestion } from "@/lib/participation/questions/save";
import { asked } from "@/lib/participation/questions/testing/asked";
import { changeReply, replyToEvent } from "@/lib/participation/reply-to";
import { undoDecisions } from "@/lib/participation/undo";
import { moveInLine } from "@/lib/participation/waitlist/move";
import { accountActs } from "./account-acts";
import { federationActs } from "./federation-acts";
import { instanceActs } from "./instance-acts";
import { moderationActs } from "./moderation-acts";
import { safetyActs } from "./safety-acts";
import { comment, plannedMessage, type Scene } from "./scene";
import { textsActs } from "./texts-acts";
import { workActs } from "./work-acts";

const look = { name: "New name", summary: "", avatar: undefined };
const coming = {
  answer: "going",
  message: "",
  adults: 0,
  children: 0,
  isHidden: false,
  answers: {},
} as const;
const home = { homeName: "Rennes", homeRadius: 25, point: null };

/** Everything that an action lets somebody do, tried on one scene. */
export const acts = {
  ...accountActs,
  ...moderationActs,
  ...safetyActs,
  announceEvent: (ctx: Context) =>
    saveEvent(ctx, { eventId: randomUUID(), isNew: true, intent: "publish" }, typed()),
  saveEvent: (ctx: Context, { event }: Scene) =>
    saveEvent(ctx, { eventId: event.id, isNew: false, intent: "save" }, typed()),
  reviseDraft: (ctx: Context, { draft }: Scene) => reviseDraft(ctx, draft.id, typed()),
  keepTyped: (ctx: Context, { draft }: Scene) =>
    keepTyped(ctx, { eventId: draft.id, version: 0, values: {} }),
  publishEvent: (ctx: Context, { draft }: Scene) => publishEvent(ctx, draft.id),
  deleteEvent: (ctx: Context, { event }: Scene) => deleteEvent(ctx, event.id),
  restoreEvent: (ctx: Context, { draft }: Scene) => restoreEvent(ctx, draft.id),
  schedulePublishing: (ctx: Context, { draft }: Scene) =>
    schedulePublishing(ctx, draft.id, "2026-11-24T12:00"),
  unschedule: (ctx: Context, { draft }: Scene) => unschedulePublishing(ctx, draft.id),
  cancelEvent: (ctx: Context, { event }: Scene) => cancelEvent(ctx, event.id),
  inviteHost: (ctx: Context, { event, stranger: { handle } }: Scene) =>
    inviteHost(ctx, { eventId: event.id, handle }),
  inviteToEvent: (ctx: Context, { event, stranger: { handle } }: Scene) =>
    inviteToEvent(ctx, { eventId: event.id, invitee: { handle } }),
  takeInvitationBack: (ctx: Context, { event, stranger }: Scene) =>
    takeInvitationBack(ctx, { eventId: event.id, actorId: stranger.id }),
  dismissInvitation: (ctx: Context, { event }: Scene) => dismissInvitation(ctx, event.id),
  acceptHosting: (ctx: Context, { asked }: Scene) => acceptHosting(ctx, asked.id),
  declineHosting: (ctx: Context, { asked }: Scene) => declineHosting(ctx, asked.id),
  leaveHosting: (ctx: Context, { asked }: Scene) => leaveHosting(ctx, asked.id),
  removeHost: (ctx: Context, { event, host }: Scene) =>
    removeHost(ctx, { eventId: event.id, actorId: host.id }),
  handOver: (ctx: Context, { event, host }: Scene) => handOver(ctx, { eventId: event.id, actorId: host.id }),
  reply: (ctx: Context, { event }: Scene) => replyToEvent(ctx, { ...coming, eventId: event.id }),
  changeParticipation: (ctx: Context, { event }: Scene) =>
    changeReply(ctx, { ...coming, eventId: event.id, message: "I come later" }),
  leaveEvent: (ctx: Context, { event }: Scene) => leaveEvent(ctx, event.id),
  approveParticipation: (ctx: Context, { waiting }: Scene) => approveParticipation(ctx, waiting.id),
  rejectParticipation: (ctx: Context, { waiting }: Scene) => rejectParticipation(ctx, waiting.id),
  decideParticipations: (ctx: Context, { event, waiting }: Scene) =>
    approveParticipations(ctx, { eventId: event.id, participationIds: [waiting.id] }),
  undoDecisions: (ctx: Context, { event }: Scene) =>
    undoDecisions(ctx, { eventId: event.id, decidedAt: ctx.now }),
  moveInLine: async (ctx: Context, { event }: Scene) => {
    const { id } = await createParticipation(ctx.db, event, { status: "waitlisted", waitRank: 1 });
    await moveInLine(ctx, { participationId: id, position: 1 });
  },
  takeListAlong: async (ctx: Context, scene: Scene) => {
    const event = await getEvent(ctx.db, scene.event.id);
    await participantTable(ctx, { event, tab: null, text: "", locale: "en", zone: "UTC" });
  },
  writeAnnouncement: (ctx: Context, { event }: Scene) =>
    writeAnnouncement(ctx, {
      eventId: event.id,
      announcementId: randomUUID(),
      audience: ["going"],
      subject: "",
      body: "Bring cups.",
      sendAt: "",
    }),
  cancelAnnouncement: async (ctx: Context, scene: Scene) =>
    cancelAnnouncement(ctx, await plannedMessage(ctx, scene)),
  saveQuestion: (ctx: Context, { event }: Scene) => saveQuestion(ctx, asked(event)),
  moveQuestion: (ctx: Context, { event }: Scene) =>
    moveQuestion(ctx, { eventId: event.id, questionId: randomUUID(), to: "up" }),
  removeQuestion: (ctx: Context, { event }: Scene) =>
    removeQuestion(ctx, { eventId: event.id, questionId: randomUUID() }),
  addComment: (ctx: Context, { event }: Scene) => addComment(ctx, { eventId: event.id, text: "Hello" }),
  editComment: async (ctx: Context, scene: Scene) =>
    editComment(ctx, { commentId: await comment(ctx, scene), text: "Hello again" }),
  deleteComment: async (ctx: Context, scene: Scene) => deleteComment(ctx, await comment(ctx, scene)),
  pinComment: async (ctx: Context, scene: Scene) => pinComment(ctx, await comment(ctx, scene)),
  unpinComment: async (ctx: Context, scene: Scene) => unpinComment(ctx, await comment(ctx, scene)),
  approveComment: async (ctx: Context, scene: Scene) =>
    approveComment(ctx, await comment(ctx, scene, "waiting")),
  refuseComment: async (ctx: Context, scene: Scene) =>
    refuseComment(ctx, await comment(ctx, scene, "waiting")),
  createIdentity: (ctx: Context) => createIdentity(ctx, { ...look, handle: "another_face" }),
  updateIdentity: (ctx: Context, { stranger }: Scene) => updateIdentity(ctx, stranger.id, look),
  deleteIdentity: async (ctx: Context, { event }: Scene) => {
    const { id, handle } = await getIdentity(ctx.db, event.organizerId);
    await endIdentityAndEvents(ctx, { actorId: id, proof: { typed: handle }, endings: [] });
  },
  startLeaving: async (ctx: Context) => {
    await createAccount(ctx.db, { role: "administrator" });
    const { email } = await getOwnCredentials(ctx);
    await startLeaving(ctx, { proof: { typed: email } });
  },
  keepAccount: (ctx: Context) => keepAccount(ctx),
  requestExport: (ctx: Context) => requestExport(ctx),
  revealAccount: (ctx: Context, { stranger }: Scene) =>
    revealAccount(ctx, { handle: stranger.handle, reason: "Reported three times" }),
  setRegistration: (ctx: Context) =>
    setRegistration(ctx, {
      registration: "closed",
      ...{ emailAllow: [], emailDeny: [] },
      maxIdentities: 5,
      mailParticipation: true,
      reportsByMail: false,
    }),
  ...federationActs,
  ...textsActs,
  ...workActs,
  ...instanceActs,
  setOwnCategories: (ctx: Context) => setOwnCategories(ctx, { extraCategories: ["Choirs"] }),
  followIdentity: (ctx: Context, { host: { handle } }: Scene) => followIdentity(ctx, { handle }),
  unfollowIdentity: (ctx: Context, { host: { handle } }: Scene) => unfollowIdentity(ctx, { handle }),
  renewCalendar: (ctx: Context) => renewFeedToken(ctx),
  takeBackEmail: (ctx: Context) => takeBackNewEmail(ctx),
  signOutDevice: (ctx: Context) => signOutDevice(ctx, "a key"),
  signOutOthers: (ctx: Context) => signOutOtherDevices(ctx, randomUUID()),
  unlinkExternalLogin: (ctx: Context) => unlinkExternalLogin(ctx, "https://login.example.org", []),
  setZone: (ctx: Context) => setZone(ctx, "Asia/Tokyo"),
  setHome: (ctx: Context) => setHome(ctx, home),
  setDefaultIdentity: (ctx: Context, { event }: Scene) => setDefaultIdentity(ctx, event.organizerId),
  settleIn: (ctx: Context) => settleIn(ctx, { ...home, zone: "Asia/Tokyo", locale: "fr" }),
  finishStep: (ctx: Context) => finishStep(ctx, "identity"),
  endOnboarding: (ctx: Context) => endOnboarding(ctx),
  chooseMails: (ctx: Context, { event }: Scene) =>
    chooseMails(ctx, { identity: [event.organizerId], wanted: [] }),
};

export type Act = keyof typeof acts;
