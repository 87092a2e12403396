import type { Actor } from "@/lib/core/context";
import type { InstanceFrame } from "@/lib/instance/frame";
import { canAdminister } from "@/lib/instance/policy";

/** Administrators look after all accounts; so does whoever has the machine in their hands, for whom the server acts. */
export function canManageAccounts(actor: Actor): boolean {
  return actor.kind === "system" || canAdminister(actor);
}

/** Whether everybody was asked to agree anew since this account agreed, or was made. */
export function owesAgreement(
  { agreedAt, since }: { agreedAt: Date | null; since: Date },
  { agreeSince }: Pick<InstanceFrame, "agreeSince">,
): boolean {
  return agreeSince !== null && (agreedAt ?? since) < agreeSince;
}
