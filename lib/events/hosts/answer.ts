import { and, eq } from "drizzle-orm";
import { type EventHost, eventHosts } from "@/db/schema/event-hosts";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict, notFound } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { lockEvent } from "../lock";
import { findHosting, keepHostIds, requireRoom, requireToCome } from "./hosting";

/**
 * The identity that was asked hosts the event from now on; also one that had declined. Repeating it is harmless. Refuses
 * with `hosting_not_found`, `too_many_hosts`, `event_cancelled` and `event_over`.
 */
export function acceptHosting(ctx: Context, eventId: string): Promise<EventHost> {
  return inTransaction(ctx, async (tx) => {
    const { event, hosting } = await lockHosting(tx, eventId);
    if (hosting.status === "accepted") return hosting;
    requireToCome(event, tx.now);
    if (hosting.status === "declined") await requireRoom(tx, eventId);

    const accepted = await settle(tx, hosting, "accepted");
    await keepHostIds(tx, eventId);
    await record(tx, { kind: "event.host_accepted", eventId, actorId: hosting.actorId });
    return accepted;
  });
}

/**
 * The identity that was asked does not host; nobody asks it again about this event. Repeating it is harmless. Refuses with
 * `hosting_not_found`, and with `hosting_accepted` for whoever hosts already and may leave.
 */
export function declineHosting(ctx: Context, eventId: string): Promise<EventHost> {
  return inTransaction(ctx, async (tx) => {
    const { hosting } = await lockHosting(tx, eventId);
    if (hosting.status === "accepted") throw conflict("hosting_accepted");
    if (hosting.status === "declined") return hosting;

    const declined = await settle(tx, hosting, "declined");
    await record(tx, { kind: "event.host_declined", eventId, actorId: hosting.actorId });
    return declined;
  });
}

async function lockHosting(tx: Context, eventId: string) {
  if (tx.actor.kind !== "identity") throw new AppError("unauthenticated", "sign_in_first");
  const event = await lockEvent(tx.db, eventId);
  const hosting = await findHosting(tx, eventId, tx.actor.actorId);
  if (!hosting) throw notFound("hosting_not_found");
  return { event, hosting };
}

async function settle({ db, now }: Context, hosting: EventHost, status: "accepted" | "declined") {
  const { eventId, actorId } = hosting;
  const [settled] = await db
    .update(eventHosts)
    .set({ status, decidedAt: now })
    .where(and(eq(eventHosts.eventId, eventId), eq(eventHosts.actorId, actorId)))
    .returning();
  return settled!;
}
