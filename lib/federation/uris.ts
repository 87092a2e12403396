import { env } from "@/lib/core/env";
import { randomSlug } from "@/lib/core/text/random-slug";

/** The name by which the server's own actor is found. Nobody else gets it. */
export const SERVER_HANDLE = "relay";

/** The id of the server's own actor. */
export function serverUri(): string {
  return `${env().ORIGIN}/${SERVER_HANDLE}`;
}

/** Where whatever is for somebody of this server can be sent, once for all of them. */
export function sharedInboxUri(): string {
  return `${env().ORIGIN}/inbox`;
}

/** The inbox of one actor of this server. */
export function inboxUri(actorUri: string): string {
  return `${actorUri}/inbox`;
}

/** One of the collections of an actor or an event of this server. */
export function collectionUri(
  ownerUri: string,
  name:
    | "outbox"
    | "followers"
    | "following"
    | "upcomingEvents"
    | "attendees"
    | "members"
    | "replies"
    | "organizers",
): string {
  return `${ownerUri}/${name}`;
}

/** The id of the key with which an actor of this server signs: a new one for each key. */
export function newKeyUri(actorUri: string): string {
  return `${actorUri}#key-${randomSlug(8)}`;
}

/**
 * The id of an activity of this server about a thing: the same for the same words about it, so that it is said once.
 * `nonce`: what tells one time from the next, such as the fact's id hashed or the thing's version; nothing that
 * tells when, or who else.
 */
export function activityUri(objectUri: string, verb: string, nonce = ""): string {
  return `${objectUri}#${verb}${nonce && `-${nonce}`}`;
}

/** Whether an id belongs to this server. */
export function isOurs(uri: string): boolean {
  return URL.canParse(uri) && new URL(uri).origin === env().ORIGIN;
}

/** Host and, if it is not the usual one, port: what is known of another server hangs on it. */
export function domainOf(uri: string): string {
  return new URL(uri).host;
}

/** Whether both come from the same server: scheme, host and port (FEP-fe34). */
export function isSameOrigin(uri: string, other: string): boolean {
  return URL.canParse(uri) && URL.canParse(other) && new URL(uri).origin === new URL(other).origin;
}
