import { and, asc, eq, inArray } from "drizzle-orm";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { cleanText } from "@/lib/core/text/clean";
import { lockEvent } from "@/lib/events/lock";
import { recordAll } from "@/lib/journal/record";
import { letIn } from "./let-in";
import { canDecideParticipation } from "./policy";
import { getParticipation } from "./queries";
import { factOfStanding, plainStanding } from "./standing";
import { promoteWaiting } from "./waitlist/promote";

/** What became of those about whom a host decided, in the order in which they asked. */
export type Decided = { approved: string[]; waitlisted: string[]; rejected: string[]; full: string[] };

const decidedBefore: Decided = { approved: [], waitlisted: [], rejected: [], full: [] };

type Chosen = { eventId: string; participationIds: string[] };

/**
 * A host lets people in: those who asked, who wait in line, who were offered a place, or were refused before; also onto
 * places that were set aside. Where there is none left, whoever asked stands in line, if there is one; others stay as
 * they are (`full`). Whoever is in already, or left, is passed over: activities and clicks arrive twice. Refuses with
 * `event_cancelled`.
 */
export function approveParticipations(ctx: Context, chosen: Chosen): Promise<Decided> {
  return inTransaction(ctx, async (tx) => {
    const { event, found } = await lockForDecision(tx, chosen);
    if (event.status === "cancelled") throw conflict("event_cancelled");
    const asking = found.filter(({ status }) =>
      ["pending", "rejected", "waitlisted", "offered"].includes(status),
    );
    if (asking.length === 0) return decidedBefore;
    return { ...decidedBefore, ...(await letIn(tx, event, asking)) };
  });
}

/**
 * A host refuses people, or takes their places back, and may say why; the next in line get what becomes free.
 * Repeating it is harmless; whoever left is passed over.
 */
export function rejectParticipations(
  ctx: Context,
  { reason, ...chosen }: Chosen & { reason: string },
): Promise<Decided> {
  return inTransaction(ctx, async (tx) => {
    const { event, found } = await lockForDecision(tx, chosen);
    const rejected = found
      .filter(({ status }) => ["pending", "approved", "waitlisted", "offered", "maybe"].includes(status))
      .map(({ id }) => id);
    if (rejected.length === 0) return decidedBefore;
    await tx.db
      .update(participations)
      .set({
        ...plainStanding("rejected", tx.now),
        reason: cleanText(reason),
        statusBefore: participations.status,
        rankBefore: participations.waitRank,
      })
      .where(inArray(participations.id, rejected));
    const kind = factOfStanding("rejected");
    await recordAll(
      tx,
      rejected.map((participationId) => ({ kind, eventId: event.id, participationId })),
    );
    await promoteWaiting(tx, event);
    return { ...decidedBefore, rejected };
  });
}

/**
 * Lets one participant in, or leaves them in line. The host may be here or on another server. Refuses with
 * `event_full`, `event_cancelled`, and `participation_not_pending` if they left.
 */
export async function approveParticipation(ctx: Context, participationId: string): Promise<Participation> {
  const { eventId } = await getParticipation(ctx.db, participationId);
  const { full } = await approveParticipations(ctx, { eventId, participationIds: [participationId] });
  if (full.length > 0) throw conflict("event_full");
  return settled(ctx, participationId, ["approved", "waitlisted"]);
}

/** Refuses one participant, or takes their place back. Refuses with `participation_not_pending` if they left. */
export async function rejectParticipation(
  ctx: Context,
  participationId: string,
  reason = "",
): Promise<Participation> {
  const { eventId } = await getParticipation(ctx.db, participationId);
  await rejectParticipations(ctx, { eventId, participationIds: [participationId], reason });
  return settled(ctx, participationId, ["rejected"]);
}

async function settled(
  ctx: Context,
  id: string,
  statuses: Participation["status"][],
): Promise<Participation> {
  const participation = await getParticipation(ctx.db, id);
  if (!statuses.includes(participation.status)) throw conflict("participation_not_pending");
  return participation;
}

/** The chosen of this event alone, in the order in which they asked. */
async function lockForDecision(
  tx: Context,
  { eventId, participationIds }: Chosen,
): Promise<{ event: Event; found: Participation[] }> {
  const event = await lockEvent(tx.db, eventId);
  authorize(canDecideParticipation(tx.actor, event));
  const found = await tx.db
    .select()
    .from(participations)
    .where(and(eq(participations.eventId, eventId), inArray(participations.id, participationIds)))
    .orderBy(asc(participations.waitRank), asc(participations.createdAt), asc(participations.id));
  return { event, found };
}
