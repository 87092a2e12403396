import { countApplicants } from "@/lib/accounts/application-list";
import { countCases } from "@/lib/moderation/cases/list";
import { countWaiting } from "@/lib/moderation/waiting/list";
import type { Staff } from "./staff";

/** How many things wait for those who look after the server, by the section in which they stand. */
export async function countForStaff(
  staff: Staff,
): Promise<Record<"applications" | "reports" | "heldBack", number>> {
  const [applications, { open }, heldBack] = await Promise.all([
    countApplicants(staff),
    countCases(staff),
    countWaiting(staff),
  ]);
  return { applications, reports: open, heldBack };
}
