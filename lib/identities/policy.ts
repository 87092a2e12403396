import type { ActorRow } from "@/db/schema/actors";
import type { Actor } from "@/lib/core/context";

/** An identity speaks for itself alone; not even another identity of the same account may edit it. */
export function canEditIdentity(actor: Actor, identity: Pick<ActorRow, "id">): boolean {
  return actor.kind === "identity" && actor.actorId === identity.id;
}

/**
 * Who may open its page: everybody, or those who take part in an event with it. For all others it does not exist.
 * `isFellow`: see `listFellows`.
 */
export function canSeeProfile(
  actor: Actor,
  identity: Pick<ActorRow, "id" | "visibility">,
  { isFellow }: { isFellow: boolean },
): boolean {
  if (identity.visibility === "public" || canEditIdentity(actor, identity)) return true;
  return actor.kind === "identity" && isFellow;
}

/** Any identity may follow another; that both belong to one account makes no difference, here neither. */
export function canFollow(actor: Actor, identity: Pick<ActorRow, "id">): boolean {
  return actor.kind === "identity" && actor.actorId !== identity.id;
}

/** Any identity may block and mute another; the server itself and oneself nobody. */
export function canBlock(actor: Actor, identity: Pick<ActorRow, "id" | "kind">): boolean {
  return canFollow(actor, identity) && identity.kind !== "application";
}

/** New identities are made by the account about itself; identities cannot make identities. */
export function canCreateIdentity(actor: Actor): actor is Extract<Actor, { kind: "account" }> {
  return actor.kind === "account";
}

/** An identity is ended by the account that it belongs to. */
export function canDeleteIdentity(actor: Actor): actor is Extract<Actor, { kind: "account" }> {
  return actor.kind === "account";
}
