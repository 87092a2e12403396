import { eq } from "drizzle-orm";
import { type Participation, participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { record } from "@/lib/journal/record";
import { hasFreePlace } from "./places";
import { canDecideParticipation } from "./policy";
import { getParticipation } from "./queries";

/**
 * Lets a waiting participant in, or one who was refused before. The organiser may be here or on another server;
 * deciding the same thing twice is harmless, because activities can arrive twice. Refuses with `event_full`,
 * `event_cancelled`, and `participation_not_pending` if they left.
 */
export function approveParticipation(ctx: Context, participationId: string): Promise<Participation> {
  return inTransaction(ctx, async (tx) => {
    const { participation, event } = await lockForDecision(tx, participationId);
    if (participation.status === "approved") return participation;
    if (!["pending", "rejected"].includes(participation.status)) throw conflict("participation_not_pending");
    if (event.status === "cancelled") throw conflict("event_cancelled");
    if (!(await hasFreePlace(tx.db, event))) throw conflict("event_full");

    return settle(tx, participation, "approved");
  });
}

/**
 * Refuses a waiting participant, or takes the place back from one who was let in. Repeating it is harmless.
 * Refuses with `participation_not_pending` if they left.
 */
export function rejectParticipation(ctx: Context, participationId: string): Promise<Participation> {
  return inTransaction(ctx, async (tx) => {
    const { participation } = await lockForDecision(tx, participationId);
    if (participation.status === "rejected") return participation;
    if (!["pending", "approved"].includes(participation.status)) throw conflict("participation_not_pending");

    return settle(tx, participation, "rejected");
  });
}

async function lockForDecision(tx: Context, participationId: string) {
  const { eventId } = await getParticipation(tx.db, participationId);
  const event = await lockEvent(tx.db, eventId);
  const participation = await getParticipation(tx.db, participationId);
  authorize(canDecideParticipation(tx.actor, event));
  return { event, participation };
}

async function settle(tx: Context, { id, eventId }: Participation, status: "approved" | "rejected") {
  const [settled] = await tx.db
    .update(participations)
    .set({ status, decidedAt: tx.now })
    .where(eq(participations.id, id))
    .returning();
  await record(tx, { kind: `participation.${status}`, eventId, participationId: id });
  return settled!;
}
