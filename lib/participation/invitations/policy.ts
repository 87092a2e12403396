import type { Actor } from "@/lib/core/context";
import { canManageEvent, type Managed } from "@/lib/events/policy";

/** Whoever hosts an event asks people to come, as themselves. */
export function canInvite(actor: Actor, event: Managed): actor is Extract<Actor, { kind: "identity" }> {
  return actor.kind === "identity" && canManageEvent(actor, event);
}
