import { inArray, sql } from "drizzle-orm";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { recordAll } from "@/lib/journal/record";
import { countRoom, holding, type Room } from "./places";
import { endOfLine, factOfStanding, plainStanding } from "./standing";

/** Ids of who is in now, who stands in line, and for whom there is no place. */
type LetIn = { approved: string[]; waitlisted: string[]; full: string[] };

/**
 * Lets these people in by a host's hand, one party after the other as long as it fits; the rest of those who asked
 * stand in line where there is one. The event's row is locked; none of them is in yet.
 */
export async function letIn(tx: Context, event: Event, asking: Participation[]): Promise<LetIn> {
  const room = await countRoom(tx.db, event);
  const { approved, rest } = fitting(asking, room.freeByHand);
  const canWait = event.waitlist !== "closed";
  const waitlisted = rest.filter(({ status }) => canWait && status === "pending").map(({ id }) => id);
  const full = rest.map(({ id }) => id).filter((id) => !waitlisted.includes(id));
  await settle(tx, event, { approved, waitlisted, room });
  return { approved, waitlisted, full };
}

/** Whoever was offered a place holds it already. */
function fitting(asking: Participation[], places: number) {
  const approved: string[] = [];
  const rest: Participation[] = [];
  let free = places;
  for (const one of asking) {
    const needed = (holding as string[]).includes(one.status) ? 0 : one.seats;
    if (needed > free) rest.push(one);
    else {
      approved.push(one.id);
      free -= needed;
    }
  }
  return { approved, rest };
}

type Settled = Omit<LetIn, "full"> & { room: Room };

async function settle(tx: Context, event: Event, { approved, waitlisted, room }: Settled) {
  const before = { statusBefore: participations.status, rankBefore: participations.waitRank };
  const decided = { ...before, decidedAt: tx.now, reason: "" };
  if (approved.length > 0)
    await tx.db
      .update(participations)
      .set({ ...plainStanding("approved"), ...decided })
      .where(inArray(participations.id, approved));
  if (waitlisted.length > 0) {
    const { waitRank } = endOfLine(event, room);
    const order = sql`array_position(${`{${waitlisted.join()}}`}::uuid[], ${participations.id})`;
    await tx.db
      .update(participations)
      .set({ status: "waitlisted", waitRank: sql`${waitRank! - 1} + ${order}`, ...decided })
      .where(inArray(participations.id, waitlisted));
  }
  await recordAll(tx, [
    ...approved.map((participationId) => factOf("approved", event.id, participationId)),
    ...waitlisted.map((participationId) => factOf("waitlisted", event.id, participationId)),
  ]);
}

function factOf(status: "approved" | "waitlisted", eventId: string, participationId: string) {
  return { kind: factOfStanding(status), eventId, participationId };
}
