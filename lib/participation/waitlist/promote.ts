import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Event } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { enqueueAll } from "@/lib/jobs/enqueue";
import { recordAll } from "@/lib/journal/record";
import { countRoom } from "../places";
import { factOfStanding, plainStanding, type Standing } from "../standing";
import { movesByItself, offerEnd } from "./rules";

/**
 * Gives free places to those who wait, the first in line first: they are in, or are offered the place for some hours,
 * as the hosts chose. Whoever comes with more people than there are places is not overtaken: those behind wait too.
 * Nobody moves where another server counts, where hosts choose by hand, in the hours before the start in which they want no more changes, and when
 * the event is called off or over. The event's row is locked; repeating it is harmless.
 */
export async function promoteWaiting(tx: Context, event: Event): Promise<void> {
  if (event.domain !== null || !movesByItself(event, tx.now)) return;
  const { free, hasLine } = await countRoom(tx.db, event);
  if (!hasLine || free === 0) return;
  const next = await findNext(tx, event.id, free);
  if (next.length === 0) return;

  const standing = standingOfPromoted(event, tx.now);
  // Not a host's decision, even in one with it: taking that back leaves them where they are.
  const state = { ...standing, statusBefore: null };
  await tx.db.update(participations).set(state).where(inArray(participations.id, next));
  const kind = factOfStanding(standing.status);
  const system = { ...tx, actor: { kind: "system" as const } };
  await recordAll(
    system,
    next.map((participationId) => ({ kind, eventId: event.id, participationId, wasWaiting: true })),
  );
  if (standing.offerEndsAt) await endOffersLater(tx, next, standing.offerEndsAt);
}

/** The longest beginning of the line that fits into the free places. */
async function findNext(tx: Context, eventId: string, free: number): Promise<string[]> {
  const upToHere = sql<number>`sum(${participations.seats}) over (order by ${participations.waitRank})`;
  const line = tx.db
    .select({ id: participations.id, rank: participations.waitRank, upToHere: upToHere.as("up_to_here") })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(participations.status, "waitlisted")))
    .as("line");
  const fits = Number.isFinite(free) ? sql`${line.upToHere} <= ${free}` : undefined;
  const rows = await tx.db.select({ id: line.id }).from(line).where(fits).orderBy(asc(line.rank));
  return rows.map(({ id }) => id);
}

function standingOfPromoted(event: Event, now: Date): Standing {
  if (event.waitlist !== "offer") return plainStanding("approved", now);
  return { ...plainStanding("left"), status: "offered", offerEndsAt: offerEnd(event, now), decidedAt: now };
}

/** Gives the places on when their time is over; whoever was offered one before has the newer time. */
export function endOffersLater(tx: Context, participationIds: string[], runAt: Date): Promise<void> {
  const jobs = participationIds.map((participationId) => ({
    payload: { participationId },
    key: `end-offer:${participationId}`,
  }));
  return enqueueAll(tx, { task: "end-offer", jobs, runAt });
}
