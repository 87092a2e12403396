import { countApplicants } from "@/lib/accounts/application-list";
import { countCases } from "@/lib/moderation/cases/list";
import type { Staff } from "./staff";

/** How many things wait for those who look after the server, by the section in which they stand. */
export async function countForStaff(staff: Staff): Promise<{ applications: number; reports: number }> {
  const [applications, { open }] = await Promise.all([countApplicants(staff), countCases(staff)]);
  return { applications, reports: open };
}
