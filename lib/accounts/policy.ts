import type { Actor } from "@/lib/core/context";
import { canAdminister } from "@/lib/instance/policy";

/** Administrators look after all accounts; so does whoever has the machine in their hands, for whom the server acts. */
export function canManageAccounts(actor: Actor): boolean {
  return actor.kind === "system" || canAdminister(actor);
}
