import type { Fact } from "./facts";

/** The list of what is on, on the front page. */
export const UPCOMING = "upcoming";

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
    case "account.confirmed":
    case "identity.created":
      return [];
    case "identity.updated":
      return [actorTag(fact.actorId), UPCOMING];
    case "event.published":
    case "event.updated":
    case "event.cancelled":
      return [eventTag(fact.eventId), actorTag(fact.organizerId), UPCOMING];
    case "participation.requested":
    case "participation.rejected":
      return [];
    case "participation.approved":
    case "participation.left":
      return [eventTag(fact.eventId), UPCOMING];
    case "media.ready":
      return [mediaTag(fact.mediaId), UPCOMING];
  }
}
