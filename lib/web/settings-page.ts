import { canAdminister } from "@/lib/instance/policy";
import { readInstance } from "@/lib/instance/settings";
import { noticeOf } from "./notice";
import { staffFor } from "./staff";
import { countForStaff } from "./staff-counts";

type Search = Parameters<typeof noticeOf>[0];

/** What a page of settings shows, and what the frame around it does; null for whoever is no administrator. */
export async function readSettingsPage(path: string, search: Search) {
  const staff = await staffFor(path, canAdminister);
  if (!staff) return null;
  const [settings, counts, notice] = await Promise.all([
    readInstance(staff.db),
    countForStaff(staff),
    noticeOf(search),
  ]);
  return { settings, frame: { role: staff.actor.role, counts, notice } };
}
