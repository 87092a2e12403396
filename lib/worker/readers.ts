import type { Context } from "@/lib/core/context";
import { indexEvent, indexEventsOf } from "@/lib/events/search/index-event";
import { backfillFollowed } from "@/lib/federation/import/backfill";
import { writeElsewhere } from "@/lib/federation/outbox/announcements";
import { tellParticipant } from "@/lib/federation/outbox/answers";
import { commentElsewhere } from "@/lib/federation/outbox/comments";
import { noteCancellation, noteChanges } from "@/lib/federation/outbox/event-changes";
import { publishElsewhere, updateElsewhere } from "@/lib/federation/outbox/events";
import { forwardReport } from "@/lib/federation/outbox/flags";
import {
  tellFollow,
  tellFollowAccepted,
  tellFollowRejected,
  tellUnfollow,
} from "@/lib/federation/outbox/follows";
import {
  deleteCommentElsewhere,
  deleteElsewhere,
  withdrawCommentElsewhere,
  withdrawElsewhere,
} from "@/lib/federation/outbox/gone";
import { guideParticipant, tellGivenUp } from "@/lib/federation/outbox/guidance";
import { sayGone, updateIdentityElsewhere } from "@/lib/federation/outbox/identities";
import { inviteElsewhere, uninviteElsewhere } from "@/lib/federation/outbox/invitations";
import { takeAsGiven, tellJoin, tellLeave, tellUnsure } from "@/lib/federation/outbox/participation";
import { showElsewhere } from "@/lib/federation/outbox/pictures";
import { updateServerElsewhere } from "@/lib/federation/outbox/server";
import { dropPreview } from "@/lib/feeds/preview/keep";
import type { FactKind, FactOf, Recorded } from "@/lib/journal/facts";
import { fileNoticed } from "@/lib/moderation/report/file-noticed";
import { announceAnnouncement } from "@/lib/notifications/announce-announcement";
import { announceAnswer, announceMention } from "@/lib/notifications/announce-answer";
import { announceApplication } from "@/lib/notifications/announce-application";
import { announceApproval } from "@/lib/notifications/announce-approval";
import { announceCancellation } from "@/lib/notifications/announce-cancellation";
import { announceComment } from "@/lib/notifications/announce-comment";
import { announceHeld } from "@/lib/notifications/announce-held";
import {
  inviteToHost,
  tellHandedOver,
  tellHostAccepted,
  tellHostDeclined,
  tellHostRemoved,
} from "@/lib/notifications/announce-hosting";
import { announceInvitation } from "@/lib/notifications/announce-invitation";
import { announceJoins } from "@/lib/notifications/announce-joins";
import { announceReconsidered } from "@/lib/notifications/announce-reconsidered";
import { announceRejection } from "@/lib/notifications/announce-rejection";
import { announceRequest } from "@/lib/notifications/announce-request";
import { announceUnheard } from "@/lib/notifications/announce-unheard";
import { announceUpdate } from "@/lib/notifications/announce-update";
import {
  announceLapse,
  announceOffer,
  announceWaiting,
  tellPending,
} from "@/lib/notifications/announce-waiting";
import { askConfirmation } from "@/lib/notifications/ask-confirmation";
import { askToConfirmAnswer, confirmOwnAnswer } from "@/lib/notifications/confirm-answer";
import { mailAnnouncement } from "@/lib/notifications/mail-announcement";
import { mailKnownAddress } from "@/lib/notifications/mail-known-address";
import { mailWayBack, tellKept } from "@/lib/notifications/mail-leaving";
import { mailNewEmail } from "@/lib/notifications/mail-new-email";
import { mailPasswordReset } from "@/lib/notifications/mail-password-reset";
import { tellAdmitted, tellTurnedDown } from "@/lib/notifications/tell-applicant";
import { tellExportReady } from "@/lib/notifications/tell-export-ready";
import { tellHostsOfCancellation, tellHostsOfEdits } from "@/lib/notifications/tell-hosts";
import { tellLocked, tellOpened } from "@/lib/notifications/tell-locked";
import { tellModerated } from "@/lib/notifications/tell-moderated";
import { tellNotPublished } from "@/lib/notifications/tell-not-published";
import { tellLoginLinked, tellPasswordChanged } from "@/lib/notifications/tell-password-changed";
import { answerReporters, callModerators, thankReporter } from "@/lib/notifications/tell-reports";
import { tellRecoveryCodeUsed, tellSecondFactorChanged } from "@/lib/notifications/tell-second-factor";
import { tellAllWithdrawn, tellWithdrawn } from "@/lib/notifications/tell-withdrawn";
import { moveLineAfterEdit } from "@/lib/participation/waitlist/after-edit";

/**
 * Hears of a fact, in a transaction of its own, after the commit that made it. May be called again after a
 * crash: what it does must be keyed by the fact.
 */
type Reader<K extends FactKind> = (tx: Context, fact: Recorded<FactOf<K>>) => Promise<void>;

type Readers = { [K in FactKind]?: Record<string, Reader<K>> };

/** Who hears which fact. Names are stored in jobs: renaming one loses those that wait. */
const readers: Readers = {
  "account.created": { askConfirmation },
  "account.claimed": { mailKnownAddress },
  "account.confirmation_asked": { askConfirmation },
  "account.applied": { announceApplication },
  "account.admitted": { tellAdmitted },
  "account.turned_down": { tellTurnedDown },
  "account.password_forgotten": { mailPasswordReset },
  "account.password_changed": { tellPasswordChanged },
  "account.new_email_asked": { mailNewEmail },
  "account.leaving": { mailWayBack },
  "account.kept": { tellKept },
  "account.suspended": { tellLocked },
  "account.opened": { tellOpened },
  "export.ready": { tellExportReady },
  "account.external_login_linked": { tellLoginLinked },
  "account.second_factor_changed": { tellSecondFactorChanged },
  "account.recovery_code_used": { tellRecoveryCodeUsed },
  "identity.followed": { tellFollow },
  "identity.follow_accepted": { backfillFollowed, tellFollowAccepted },
  "identity.follow_rejected": { tellFollowRejected },
  "identity.unfollowed": { tellUnfollow },
  "identity.updated": { indexEventsOf, updateIdentityElsewhere },
  "identity.deleted": { indexEventsOf },
  "event.changes_gathered": { noteChanges },
  "comment.put_back": { commentElsewhere },
  "comment.deleted": { deleteCommentElsewhere },
  "identity.erased": { sayGone },
  "instance.updated": { updateServerElsewhere },
  "media.ready": { showElsewhere },
  "event.published": { indexEvent, publishElsewhere },
  "announcement.sent": { mailAnnouncement, writeElsewhere },
  "comment.added": { announceComment, announceAnswer, announceAnnouncement, commentElsewhere },
  "comment.submitted": { announceComment },
  "comment.approved": { announceAnswer, commentElsewhere },
  "comment.edited": { announceMention, commentElsewhere },
  "event.updated": {
    announceUpdate,
    tellHostsOfEdits,
    indexEvent,
    dropPreview,
    moveLineAfterEdit,
    updateElsewhere,
  },
  "event.cancelled": {
    announceCancellation,
    tellHostsOfCancellation,
    indexEvent,
    dropPreview,
    updateElsewhere,
    noteCancellation,
  },
  "event.deleted": { indexEvent, dropPreview, deleteElsewhere },
  "event.not_published": { tellNotPublished },
  "event.restored": { announceUpdate, indexEvent, publishElsewhere },
  "event.invited": { announceInvitation, inviteElsewhere },
  "event.uninvited": { uninviteElsewhere },
  "event.host_invited": { inviteToHost },
  "event.host_accepted": { tellHostAccepted, indexEvent, updateElsewhere },
  "event.host_declined": { tellHostDeclined },
  "event.host_left": { indexEvent, updateElsewhere },
  "event.host_removed": { tellHostRemoved, indexEvent, updateElsewhere },
  "event.handed_over": { tellHandedOver, indexEvent, updateElsewhere },
  "participation.registered": { askToConfirmAnswer },
  "participation.requested": { announceRequest, tellPending, tellJoin, takeAsGiven, guideParticipant },
  "participation.approved": { announceApproval, announceJoins, tellParticipant, guideParticipant },
  "participation.waitlisted": { announceWaiting, announceJoins, tellParticipant, guideParticipant },
  "participation.offered": { announceOffer, tellParticipant, guideParticipant },
  "participation.offer_lapsed": { announceLapse, tellParticipant },
  "participation.unheard": { announceUnheard },
  "participation.rejected": { announceRejection, tellParticipant },
  "participation.reconsidered": { announceReconsidered, tellParticipant },
  "participation.undecided": { confirmOwnAnswer, tellUnsure, tellGivenUp },
  "participation.declined": { confirmOwnAnswer, tellUnsure, tellGivenUp },
  "participation.left": { confirmOwnAnswer, tellLeave, tellGivenUp },
  "report.filed": { thankReporter, callModerators, forwardReport },
  "report.closed": { answerReporters },
  "identity.warned": { tellModerated },
  "identity.limited": { tellModerated, indexEventsOf },
  "identity.unlimited": { indexEventsOf },
  "identity.suspended": { tellModerated, tellAllWithdrawn, indexEventsOf },
  "identity.unsuspended": { tellModerated, indexEventsOf },
  "event.held": { announceHeld },
  "comment.held": { announceHeld },
  "event.let_through": { tellModerated },
  "event.turned_back": { tellModerated },
  "conduct.noticed": { fileNoticed },
  "event.removed": { tellModerated, tellWithdrawn, indexEvent, dropPreview, withdrawElsewhere },
  "event.put_back": { indexEvent, updateElsewhere, publishElsewhere },
  "comment.removed": { tellModerated, withdrawCommentElsewhere },
};

/** The names of those who want to hear of this kind of fact. */
export function readersOf(kind: FactKind): string[] {
  return Object.keys(readers[kind] ?? {});
}

/** Tells one reader. A name that no longer exists is passed over: its reader was removed on purpose. */
export async function tellReader(tx: Context, name: string, fact: Recorded): Promise<void> {
  const byName = readers[fact.kind] as Record<string, Reader<FactKind>> | undefined;
  await byName?.[name]?.(tx, fact);
}
