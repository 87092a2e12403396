import { and, eq } from "drizzle-orm";
import { eventShares } from "@/db/schema/event-shares";
import { events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canAnnounceEvent } from "./policy";

/** An identity hands on an event: those who follow it find it in their feed. Of an event that is not known, nothing. */
export function shareEvent(ctx: Context, uri: string): Promise<void> {
  return inTransaction(ctx, async ({ db, actor, now }) => {
    authorize(canAnnounceEvent(actor));
    const [event] = await db
      .select({ id: events.id })
      .from(events)
      .where(eq(events.uri, uri))
      .for("key share");
    if (!event) return;
    const share = { eventId: event.id, actorId: actor.actorId, createdAt: now };
    await db.insert(eventShares).values(share).onConflictDoNothing();
  });
}

/** Takes that back. Of what was never handed on, nothing. */
export async function unshareEvent({ db, actor }: Context, uri: string): Promise<void> {
  authorize(canAnnounceEvent(actor));
  const [event] = await db.select({ id: events.id }).from(events).where(eq(events.uri, uri));
  if (!event) return;
  const { eventId, actorId } = eventShares;
  await db.delete(eventShares).where(and(eq(eventId, event.id), eq(actorId, actor.actorId)));
}
