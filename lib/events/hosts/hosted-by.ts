import { arrayContains, eq, or, type SQL } from "drizzle-orm";
import { events } from "@/db/schema/events";

/** For queries: only what this identity manages, as organiser or as host (see `canManageEvent`). Both sides have an index. */
export function hostedBy(actorId: string): SQL | undefined {
  return or(eq(events.organizerId, actorId), arrayContains(events.hostIds, [actorId]));
}
