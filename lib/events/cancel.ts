import { eq } from "drizzle-orm";
import { type Event, events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { managersOf } from "./hosts/hosting";
import { lockEvent } from "./lock";
import { canManageEvent } from "./policy";

/** Calls an announced event off; its page stays and says so. Repeating it is harmless. Refuses with `event_not_published`. */
export function cancelEvent(ctx: Context, eventId: string): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, eventId);
    authorize(canManageEvent(tx.actor, event));
    if (!event.publishedAt) throw conflict("event_not_published");
    if (event.status === "cancelled") return event;

    const [cancelled] = await tx.db
      .update(events)
      .set({ status: "cancelled", sequence: event.sequence + 1, updatedAt: tx.now })
      .where(eq(events.id, eventId))
      .returning();
    await record(tx, { kind: "event.cancelled", eventId, ...managersOf(event) });
    return cancelled!;
  });
}
