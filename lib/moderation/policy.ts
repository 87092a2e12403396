import type { Actor } from "@/lib/core/context";

/** Any identity reports what others say and announce; people without an account do where the server takes it by e-mail. */
export function canReport(
  actor: Actor,
  { actorId }: { actorId: string },
  { isOpenToMail }: { isOpenToMail: boolean },
): boolean {
  if (actor.kind === "anonymous") return isOpenToMail;
  return actor.kind === "identity" && actor.actorId !== actorId;
}
