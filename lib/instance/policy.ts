import type { Actor, Role } from "@/lib/core/context";

/** Administrators decide about the server; they do so as an account, never in the name of an identity. */
export function canAdminister(actor: Actor): boolean {
  return actor.kind === "account" && actor.role === "administrator";
}

/** Moderators keep the place safe; administrators may do all that they may. */
export function canModerate(actor: Actor): actor is Extract<Actor, { kind: "account" }> {
  return actor.kind === "account" && actor.role !== "member";
}

type EventRule = { eventMakers: "everybody" | "established" | "staff"; eventMakersDays: number };

/** Who announces events here, as administrators decided; `since`: when the account was made. Staff always may. */
export function mayMakeEvents(
  { eventMakers, eventMakersDays }: EventRule,
  { role, since }: { role: Role; since: Date },
  now: Date,
): boolean {
  if (eventMakers === "everybody" || role !== "member") return true;
  if (eventMakers === "staff") return false;
  return now.getTime() - since.getTime() >= eventMakersDays * 86_400_000;
}
