import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { canManageEvent } from "@/lib/events/policy";

/** The event for whoever changes what it asks: those who host it, as long as it is to take place. */
export async function lockAsking(tx: Context, eventId: string): Promise<Event> {
  const event = await lockEvent(tx.db, eventId);
  authorize(canManageEvent(tx.actor, event));
  if (event.status === "cancelled") throw conflict("event_cancelled");
  return event;
}
