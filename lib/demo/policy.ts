import type { Actor } from "@/lib/core/context";
import { canAdminister } from "@/lib/instance/policy";

/** Its administrator, whoever that is just now, and whoever has the machine in their hands. */
export function canWipe(actor: Actor): boolean {
  return actor.kind === "system" || canAdminister(actor);
}
