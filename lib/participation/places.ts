import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { prepared } from "@/lib/core/prepared";

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
  /** The rank of the last in line; 0 without one. */
  lastRank: number;
};

/** Counts places, in one query. */
export async function countRoom(tx: Database, event: Counted): Promise<Room> {
  return roomOf(event, await countHeld(tx, event.id));
}

type Held = { held: number; lastRank: number | null };

/** Places that are held and the rank of the last in line, both from indexes alone. */
export async function countHeld(tx: Database, eventId: string): Promise<Held> {
  const [row] = await held(tx).execute({ eventId });
  return row!;
}

const held = prepared((db) =>
  db
    .select({
      held: sql<number>`(select coalesce(sum(seats), 0)::int from ${participations}
        where event_id = ${sql.placeholder("eventId")} and status in ('approved', 'offered'))`,
      lastRank: sql<number | null>`(select max(wait_rank)::int from ${participations}
        where event_id = ${sql.placeholder("eventId")} and wait_rank is not null)`,
    })
    .from(sql`(select) as nothing`)
    .prepare("room_held"),
);

/** What is left of the places of an event. */
export function roomOf({ capacity, placesAside }: Omit<Counted, "id">, { held, lastRank }: Held): Room {
  const left = capacity === null ? Number.POSITIVE_INFINITY : capacity - held;
  return {
    free: Math.max(0, left - placesAside),
    freeByHand: Math.max(0, left),
    hasLine: lastRank !== null,
    lastRank: lastRank ?? 0,
  };
}

/** How many places a party takes: who comes and whom they bring. */
export function seatsOf({ adults, children }: Pick<Participation, "adults" | "children">): number {
  return 1 + adults + children;
}
