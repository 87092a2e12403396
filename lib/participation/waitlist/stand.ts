import { and, eq, exists, gte, min, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";

const others = alias(participations, "others");

/** Gives somebody a turn that they had; whoever has it by now moves back, and all behind them. The event is locked. */
export async function standAt(
  tx: Context,
  eventId: string,
  { id, rank }: { id: string; rank: number },
): Promise<void> {
  const isTaken = exists(
    tx.db
      .select({ id: others.id })
      .from(others)
      .where(and(eq(others.eventId, eventId), eq(others.waitRank, rank))),
  );
  await tx.db
    .update(participations)
    .set({ waitRank: sql`${participations.waitRank} + 1` })
    .where(and(eq(participations.eventId, eventId), gte(participations.waitRank, rank), isTaken));
  await wait(tx, id, rank);
}

/** Puts people before everybody in the line, in this order. The event is locked. */
export async function standFirst(tx: Context, eventId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const [row] = await tx.db
    .select({ first: min(participations.waitRank) })
    .from(participations)
    .where(eq(participations.eventId, eventId));
  const first = (row!.first ?? ids.length + 1) - ids.length;
  for (const [index, id] of ids.entries()) await wait(tx, id, first + index);
}

async function wait(tx: Context, id: string, waitRank: number): Promise<void> {
  await tx.db
    .update(participations)
    .set({
      status: "waitlisted",
      waitRank,
      offerEndsAt: null,
      decidedAt: null,
      statusBefore: null,
      reason: "",
    })
    .where(eq(participations.id, id));
}
