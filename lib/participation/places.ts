import { and, count, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Event } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";

/** How many are in. */
async function countApproved(db: Database, eventId: string): Promise<number> {
  const [row] = await db
    .select({ taken: count() })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(participations.status, "approved")));
  return row!.taken;
}

/** Whether one more can come. True only until the next commit: the caller holds the event's row locked. */
export async function hasFreePlace(tx: Database, event: Pick<Event, "id" | "capacity">): Promise<boolean> {
  return event.capacity === null || (await countApproved(tx, event.id)) < event.capacity;
}
