import { and, count, eq, sum } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Participation, participations } from "@/db/schema/participations";
import { matching } from "./matching";

/** `people`: who answered; `seats`: with those whom they bring. */
export type Tally = { people: number; seats: number };

export type Tallies = Partial<Record<Participation["status"], Tally>>;

/** How many stand where. Statuses that nobody has are left out. For hosts. */
export async function tallyParticipants(
  db: Database,
  { eventId, text = "" }: { eventId: string; text?: string },
): Promise<Tallies> {
  const { status, seats } = participations;
  const query = db
    .select({ status, people: count(), seats: sum(seats).mapWith(Number) })
    .from(participations)
    .$dynamic();
  if (text) query.leftJoin(actors, eq(actors.id, participations.actorId));
  const rows = await query
    .where(and(eq(participations.eventId, eventId), matching(db, eventId, text)))
    .groupBy(status);
  return Object.fromEntries(rows.map(({ status, ...tally }) => [status, tally]));
}
