import { and, eq, gte, lte, sql } from "drizzle-orm";
import { participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { record } from "@/lib/journal/record";
import { canDecideParticipation } from "../policy";
import { getParticipation } from "../queries";
import { promoteWaiting } from "./promote";

/**
 * A host gives somebody another turn: `position` 1 is the next. Those between move by one; the order of all others
 * stays. Beyond the end is the end. Refuses with `participation_not_waiting`.
 */
export function moveInLine(
  ctx: Context,
  { participationId, position }: { participationId: string; position: number },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { eventId } = await getParticipation(tx.db, participationId);
    const event = await lockEvent(tx.db, eventId);
    authorize(canDecideParticipation(tx.actor, event));
    const moved = await getParticipation(tx.db, participationId);
    if (moved.waitRank === null) throw conflict("participation_not_waiting");

    const rank = await rankAt(tx, eventId, position);
    if (rank === null || rank === moved.waitRank) return;
    await makeRoom(tx, eventId, { from: moved.waitRank, to: rank });
    await tx.db.update(participations).set({ waitRank: rank }).where(eq(participations.id, participationId));
    await record(tx, { kind: "participation.moved", eventId, participationId });
    await promoteWaiting(tx, event);
  });
}

/** The rank of whoever has this position now, or of the last. */
async function rankAt(tx: Context, eventId: string, position: number): Promise<number | null> {
  const ranks = await tx.db
    .select({ rank: participations.waitRank })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(participations.status, "waitlisted")))
    .orderBy(participations.waitRank)
    .limit(1)
    .offset(position - 1);
  if (ranks[0]) return ranks[0].rank;
  const [last] = await tx.db
    .select({ rank: sql<number | null>`max(${participations.waitRank})`.mapWith(Number) })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(participations.status, "waitlisted")));
  return last!.rank;
}

/** Those from the new rank to the old one move by one towards the old one. */
async function makeRoom(
  tx: Context,
  eventId: string,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const step = to < from ? 1 : -1;
  await tx.db
    .update(participations)
    .set({ waitRank: sql`${participations.waitRank} + ${step}` })
    .where(
      and(
        eq(participations.eventId, eventId),
        gte(participations.waitRank, Math.min(from, to)),
        lte(participations.waitRank, Math.max(from, to)),
      ),
    );
}
