import type { ActorRow } from "@/db/schema/actors";
import type { Actor } from "@/lib/core/context";

/** An identity speaks for itself alone; not even another identity of the same account may edit it. */
export function canEditIdentity(actor: Actor, identity: Pick<ActorRow, "id">): boolean {
  return actor.kind === "identity" && actor.actorId === identity.id;
}

/** New identities are made by the account about itself; identities cannot make identities. */
export function canCreateIdentity(actor: Actor): actor is Extract<Actor, { kind: "account" }> {
  return actor.kind === "account";
}
