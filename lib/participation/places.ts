import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";

/** Who holds a place: those who are in, and those to whom one was offered. */
export const holding = ["approved", "offered"] as const satisfies Participation["status"][];

type Counted = Pick<Event, "id" | "capacity" | "placesAside">;

/** Places of an event as they stand until the next commit: the caller holds the event's row locked. */
export type Room = {
  /** For whoever comes by themselves; infinite where places are not counted, never negative. */
  free: number;
  /** For whom a host lets in: what was set aside too. */
  freeByHand: number;
  /** Somebody waits in line: who comes now stands behind them. */
  hasLine: boolean;
};

/** Counts places, in one query. */
export async function countRoom(tx: Database, { id, capacity, placesAside }: Counted): Promise<Room> {
  const held = sql<number>`coalesce(sum(${participations.seats}) filter (where ${inArray(participations.status, holding)}), 0)::int`;
  const waiting = sql<number>`(count(*) filter (where ${participations.status} = 'waitlisted'))::int`;
  const [row] = await tx
    .select({ held, waiting })
    .from(participations)
    .where(and(eq(participations.eventId, id), inArray(participations.status, [...holding, "waitlisted"])));
  const left = capacity === null ? Number.POSITIVE_INFINITY : capacity - row!.held;
  return {
    free: Math.max(0, left - placesAside),
    freeByHand: Math.max(0, left),
    hasLine: row!.waiting > 0,
  };
}

/** How many places a party takes: who comes and whom they bring. */
export function seatsOf({ adults, children }: Pick<Participation, "adults" | "children">): number {
  return 1 + adults + children;
}
