import { and, eq } from "drizzle-orm";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { cleanText } from "@/lib/core/text/clean";
import { randomSlug } from "@/lib/core/text/random-slug";
import { lockEvent } from "@/lib/events/lock";
import { canSeeEvent } from "@/lib/events/policy";
import { record } from "@/lib/journal/record";
import { hasFreePlace } from "./places";
import { canJoinEvent } from "./policy";
import { joinRefusal } from "./rules";

/**
 * An identity wants to come. Free events let it in if there is a place, the others let it wait for the organiser.
 * Joining twice is harmless; whoever left may come back. The event's row is locked, so that the last place goes to
 * one. Refuses with `event_full`, `event_over`, `event_cancelled`, `event_without_joining`, `participation_rejected`.
 */
export function joinEvent(ctx: Context, input: { eventId: string; message: string }): Promise<Participation> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, input.eventId);
    if (!canSeeEvent(tx.actor, event)) throw notFound("event_not_found");
    authorize(canJoinEvent(tx.actor, event));

    const present = await findOwn(tx, event.id, tx.actor.actorId);
    if (present?.status === "rejected") throw conflict("participation_rejected");
    if (present && present.status !== "left") return present;

    const refusal = joinRefusal(event, tx.now);
    if (refusal) throw conflict(refusal);
    if (event.joinMode === "free" && !(await hasFreePlace(tx.db, event))) throw conflict("event_full");
    return enter(tx, event, tx.actor.actorId, cleanText(input.message));
  });
}

async function enter(tx: Context, event: Event, actorId: string, message: string): Promise<Participation> {
  const status = event.joinMode === "free" ? ("approved" as const) : ("pending" as const);
  const state = { status, message, createdAt: tx.now, decidedAt: status === "approved" ? tx.now : null };
  const [participation] = await tx.db
    .insert(participations)
    .values({ ...state, eventId: event.id, actorId, uri: `${env().ORIGIN}/join/${randomSlug(20)}` })
    .onConflictDoUpdate({ target: [participations.eventId, participations.actorId], set: state })
    .returning();
  const kind = status === "approved" ? "participation.approved" : "participation.requested";
  await record(tx, { kind, eventId: event.id, participationId: participation!.id });
  return participation!;
}

async function findOwn(tx: Context, eventId: string, actorId: string): Promise<Participation | undefined> {
  const [own] = await tx.db
    .select()
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(participations.actorId, actorId)));
  return own;
}
