import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Event, events } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { createEvent, createIdentity, createParticipation } from "@/db/testing/factories";

/** An event and eight people who left it before anything happens. */
export type Town = {
  eventId: string;
  organizerId: string;
  people: { actorId: string; participationId: string }[];
};

export async function createTown(db: Database, values: Partial<Event>): Promise<Town> {
  const event = await createEvent(db, { guestsAllowed: 3, ...values });
  const people = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const { id: actorId } = await createIdentity(db);
      const { id } = await createParticipation(db, event, { actorId, status: "left" });
      return { actorId, participationId: id };
    }),
  );
  return { eventId: event.id, organizerId: event.organizerId, people };
}

/** How an event stands, read from its rows alone. */
export type State = {
  event: Event;
  rows: Map<string, Participation>;
  /** Ids of those who wait, the next first. */
  line: string[];
  /** Places that are held. */
  held: number;
};

export async function readState(db: Database, eventId: string): Promise<State> {
  const [event] = await db.select().from(events).where(eq(events.id, eventId));
  const rows = await db
    .select()
    .from(participations)
    .where(eq(participations.eventId, eventId))
    .orderBy(asc(participations.waitRank));
  return {
    event: event!,
    rows: new Map(rows.map((row) => [row.id, row])),
    line: rows.filter(({ status }) => status === "waitlisted").map(({ id }) => id),
    held: rows.reduce((sum, { status, seats }) => sum + (holds(status) ? seats : 0), 0),
  };
}

export function holds(status: Participation["status"] | undefined): boolean {
  return status === "approved" || status === "offered";
}
