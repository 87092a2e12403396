import type { Comment } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import type { Actor } from "@/lib/core/context";
import { canManageEvent } from "@/lib/events/policy";

type Identity = Extract<Actor, { kind: "identity" }>;

/** Any identity may say something where comments are open; whether they are: `commentRefusal`. */
export function canComment(actor: Actor): actor is Identity {
  return actor.kind === "identity";
}

/** Hosts decide what stands under their event; moderators of the server act on reports alone. */
export function canManageComments(actor: Actor, event: Event): boolean {
  return canManageEvent(actor, event);
}

/** Nobody changes another's words, not even a host. */
export function canEditComment(actor: Actor, comment: Pick<Comment, "authorId">): boolean {
  return actor.kind === "identity" && actor.actorId === comment.authorId;
}

export function canDeleteComment(actor: Actor, comment: Pick<Comment, "authorId">, event: Event): boolean {
  return canEditComment(actor, comment) || canManageComments(actor, event);
}
