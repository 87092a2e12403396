import { eq } from "drizzle-orm";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { promoteWaiting } from "./promote";

/** What decides how many places are free, and whether the line moves by itself. */
const moving = [
  "capacity",
  "placesAside",
  "waitlist",
  "offerHours",
  "waitlistStopsHours",
  "startsAt",
  "endsAt",
  "status",
];

/**
 * Hosts changed an event: whoever waits gets the places that are free now. Fewer places throw nobody out. Repeating it is
 * harmless.
 */
export async function moveLineAfterEdit(
  tx: Context,
  { eventId, changed }: Recorded<FactOf<"event.updated">>,
): Promise<void> {
  if (!changed.some((column) => moving.includes(column))) return;
  // Locked by hand: gone meanwhile is no refusal here.
  const [event] = await tx.db.select().from(events).where(eq(events.id, eventId)).for("update");
  if (event && !event.deletedAt) await promoteWaiting(tx, event);
}
