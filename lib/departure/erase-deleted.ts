import { and, eq, isNull, lt } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { undoableUntil } from "@/lib/events/delete";
import { enqueue } from "@/lib/jobs/enqueue";
import { eraseEvent } from "./erase-event";

/** Takes a deleted event away for good, as its organiser; nothing if that was taken back, or is not due. */
export function eraseDeleted(ctx: Context, eventId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const [event] = await tx.db.select().from(events).where(eq(events.id, eventId)).for("update");
    if (!event?.deletedAt || event.removal || undoableUntil(event.deletedAt) > tx.now) return;
    await eraseEvent({ ...tx, actor: { kind: "identity", actorId: event.organizerId } }, event);
  });
}

/** Starts again what a job that was given up has left undone. */
export async function sweepDeleted(ctx: Context): Promise<void> {
  const due = new Date(ctx.now.getTime() - 5 * 60_000);
  const rows = await ctx.db
    .select({ eventId: events.id })
    .from(events)
    .where(and(lt(events.deletedAt, due), isNull(events.removal)));
  for (const { eventId } of rows)
    await enqueue(ctx, { task: "erase-event", payload: { eventId }, key: `erase-event:${eventId}` });
}
