import type { Fact } from "./facts";

/** The list of what is on, on the front page. */
export const UPCOMING = "upcoming";

/** What administrators decide about the server: in the frame of every page. */
export const INSTANCE = "instance";

export function eventTag(eventId: string): string {
  return `event:${eventId}`;
}

export function actorTag(actorId: string): string {
  return `actor:${actorId}`;
}

export function mediaTag(mediaId: string): string {
  return `media:${mediaId}`;
}

/** Which kept pages show something that this fact changed. A page names its tags when it reads. */
export function tagsOf(fact: Fact): string[] {
  switch (fact.kind) {
    case "account.created":
    case "account.claimed":
    case "account.confirmation_asked":
    case "account.confirmed":
    case "account.applied":
    case "account.admitted":
    case "account.turned_down":
    case "account.password_forgotten":
    case "account.password_changed":
    case "account.new_email_asked":
    case "account.email_changed":
    case "account.external_login_linked":
    case "account.second_factor_changed":
    case "account.recovery_code_used":
    case "account.leaving":
    case "account.kept":
    case "account.suspended":
    case "account.opened":
    case "export.ready":
    case "identity.created":
    case "identity.followed":
    case "identity.unfollowed":
    case "identity.follow_accepted":
    case "identity.follow_rejected":
      return [];
    case "instance.updated":
      return [INSTANCE];
    case "report.filed":
    case "report.closed":
    case "identity.warned":
      return [];
    case "identity.updated":
    case "identity.deleted":
    case "identity.limited":
    case "identity.unlimited":
    case "identity.suspended":
    case "identity.unsuspended":
      return [actorTag(fact.actorId), UPCOMING];
    case "event.published":
    case "event.updated":
    case "event.cancelled":
    case "event.deleted":
    case "event.hidden":
    case "event.restored":
    case "event.removed":
    case "event.put_back":
      return [eventTag(fact.eventId), ...[fact.organizerId, ...(fact.hostIds ?? [])].map(actorTag), UPCOMING];
    case "event.not_published":
    case "event.held":
    case "comment.held":
    case "event.let_through":
    case "event.turned_back":
    case "conduct.noticed":
    case "event.host_invited":
    case "event.host_declined":
      return [];
    case "event.changes_gathered":
    case "identity.erased":
      return [];
    case "event.questions_changed":
      return [eventTag(fact.eventId)];
    case "event.invited":
    case "event.uninvited":
      return [];
    case "event.host_accepted":
    case "event.host_left":
    case "event.host_removed":
      return [eventTag(fact.eventId), actorTag(fact.actorId)];
    case "event.handed_over":
      return [eventTag(fact.eventId), actorTag(fact.organizerId), actorTag(fact.formerId), UPCOMING];
    case "participation.registered":
    case "participation.requested":
    case "participation.moved":
      return [];
    case "participation.rejected":
    case "participation.approved":
    case "participation.left":
    case "participation.waitlisted":
    case "participation.offered":
    case "participation.offer_lapsed":
    case "participation.unheard":
    case "participation.undecided":
    case "participation.declined":
    case "participation.changed":
    case "participation.reconsidered":
      return [eventTag(fact.eventId), UPCOMING];
    case "announcement.sent":
    case "comment.submitted":
    case "comment.refused":
      return [];
    case "comment.added":
    case "comment.edited":
    case "comment.deleted":
    case "comment.removed":
    case "comment.put_back":
    case "comment.approved":
    case "comment.pinned":
    case "comment.unpinned":
      return [eventTag(fact.eventId)];
    case "media.ready":
      return [mediaTag(fact.mediaId), UPCOMING];
  }
}
