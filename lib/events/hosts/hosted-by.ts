import { arrayContains, arrayOverlaps, eq, inArray, or, type SQL } from "drizzle-orm";
import { events } from "@/db/schema/events";

/** For queries: only what this identity manages, as organiser or as host (see `canManageEvent`). Both sides have an index. */
export function hostedBy(actorId: string): SQL | undefined {
  return or(eq(events.organizerId, actorId), arrayContains(events.hostIds, [actorId]));
}

/** For queries: only what one of these identities manages. At least one. */
export function hostedByAny(actorIds: string[]): SQL | undefined {
  return or(inArray(events.organizerId, actorIds), arrayOverlaps(events.hostIds, actorIds));
}
