import type { Actor } from "@/lib/core/context";

/** Administrators decide about the server; they do so as an account, never in the name of an identity. */
export function canAdminister(actor: Actor): boolean {
  return actor.kind === "account" && actor.role === "administrator";
}

/** Moderators keep the place safe; administrators may do all that they may. */
export function canModerate(actor: Actor): actor is Extract<Actor, { kind: "account" }> {
  return actor.kind === "account" && actor.role !== "member";
}
