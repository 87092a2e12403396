import { and, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { type ActorRow, actors } from "@/db/schema/actors";
import { type Event, events } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";

/** Somebody as mails name them. */
export type Person = Pick<ActorRow, "id" | "name" | "handle" | "domain">;

/** An event and who organises it. */
export type Happening = { event: Event; organizer: Person };

/** A participation with all that mails about it need. */
export type Attendance = Happening & { participation: Participation; participant: Person };

const personColumns = { id: actors.id, name: actors.name, handle: actors.handle, domain: actors.domain };

/** Null if the event is gone, or deleted a moment ago. */
export async function findHappening(db: Database, eventId: string): Promise<Happening | null> {
  const [found] = await db
    .select({ event: events, organizer: personColumns })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .where(and(eq(events.id, eventId), isNull(events.deletedAt)));
  return found ?? null;
}

/** Null if it or one of the two is gone, or if a guest takes part, who has no identity. */
export async function findAttendance(db: Database, participationId: string): Promise<Attendance | null> {
  const { id, name, handle, domain, deletedAt } = alias(actors, "participant");
  const [found] = await db
    .select({
      participation: participations,
      participant: { id, name, handle, domain },
      event: events,
      organizer: personColumns,
    })
    .from(participations)
    .innerJoin(alias(actors, "participant"), eq(id, participations.actorId))
    .innerJoin(events, eq(events.id, participations.eventId))
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .where(
      and(
        eq(participations.id, participationId),
        isNull(deletedAt),
        isNull(events.deletedAt),
        isNull(actors.deletedAt),
      ),
    );
  return found ?? null;
}

/** Those of these identities that are still there, in no order. */
export function findPeople(db: Database, ids: string[]): Promise<Person[]> {
  return db
    .select(personColumns)
    .from(actors)
    .where(and(inArray(actors.id, ids), isNull(actors.deletedAt)));
}

/** "@ada" here, "@grace@mastodon.example" elsewhere. */
export function handleOf({ handle, domain }: Pick<Person, "handle" | "domain">): string {
  return domain ? `@${handle}@${domain}` : `@${handle}`;
}

/** "Ada Marchand (@ada)": which of their identities a reader is written to as. Never names another one. */
export function fullName(person: Person): string {
  return `${person.name} (${handleOf(person)})`;
}
