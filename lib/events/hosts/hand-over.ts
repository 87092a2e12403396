import { and, eq, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type EventHost, eventHosts } from "@/db/schema/event-hosts";
import type { Event } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, notFound } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { lockEvent } from "../lock";
import { canManageEvent, canOwnEvent } from "../policy";
import { deleteHosting, findHosting, keepHostIds } from "./hosting";

/**
 * The event belongs to one of its hosts from now on; who had it before hosts it still, and may leave. In whatever state it
 * is, also a draft. Repeating it is harmless. Refuses with `host_not_found` unless they accepted to host and are there.
 */
export function handOver(ctx: Context, input: { eventId: string; actorId: string }): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, input.eventId);
    const isDone = event.organizerId === input.actorId && canManageEvent(tx.actor, event);
    if (isDone) return event;
    authorize(canOwnEvent(tx.actor, event));
    const heir = await findHosting(tx, event.id, input.actorId);
    if (heir?.status !== "accepted" || !(await isThere(tx, heir))) throw notFound("host_not_found");

    const { organizerId: formerId } = event;
    await deleteHosting(tx, heir);
    await tx.db.insert(eventHosts).values({
      ...{ eventId: event.id, actorId: formerId, status: "accepted" },
      ...{ createdAt: tx.now, decidedAt: tx.now },
    });
    const handedOver = await keepHostIds(tx, event.id, { organizerId: heir.actorId });
    await record(tx, {
      kind: "event.handed_over",
      eventId: event.id,
      organizerId: heir.actorId,
      formerId,
    });
    return handedOver;
  });
}

/** Somebody who deleted the identity a moment ago cannot take anything over. */
async function isThere({ db }: Context, { actorId }: EventHost): Promise<boolean> {
  return (await db.$count(actors, and(eq(actors.id, actorId), isNull(actors.deletedAt)))) > 0;
}
