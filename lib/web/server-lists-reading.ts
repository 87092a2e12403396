import { listCutByListing } from "@/lib/federation/administration/cut-by-listing";
import { listAllowed } from "@/lib/instance/public-policies";
import { readInstance } from "@/lib/instance/settings";
import type { Staff } from "./staff";

/** What administrators see of who exchanges with this server at all. */
export async function readServerLists(staff: Staff) {
  const [{ federationMode }, allowed, cut] = await Promise.all([
    readInstance(staff.db),
    listAllowed(staff.db),
    listCutByListing(staff),
  ]);
  return { mode: federationMode, allowed, cut };
}
