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

/** Whoever takes part by e-mail: no identity, perhaps a name, and a page of their own. */
export type Correspondent = { participationId: string; name: string };

/** Whoever takes part, as mails name them. What is known of them is no reason to look for an account. */
export type Participant = Person | Correspondent;

export function isIdentity(participant: Participant): participant is Person {
  return "handle" in participant;
}

/** A participation with all that mails about it need. */
export type Attendance = Happening & { participation: Participation; participant: Participant };

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

/**
 * Null if it or one of the two is gone, or if whoever took part by e-mail is forgotten. Held as it is until the
 * transaction ends, so that what a mail and a calendar are told is followed by what comes next.
 */
export async function findAttendance(db: Database, participationId: string): Promise<Attendance | null> {
  const { id, name, handle, domain, deletedAt } = alias(actors, "participant");
  const [found] = await db
    .select({
      participation: participations,
      identity: { id, name, handle, domain },
      event: events,
      organizer: personColumns,
    })
    .from(participations)
    .leftJoin(alias(actors, "participant"), eq(id, participations.actorId))
    .innerJoin(events, eq(events.id, participations.eventId))
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .where(
      and(
        eq(participations.id, participationId),
        isNull(deletedAt),
        isNull(events.deletedAt),
        isNull(actors.deletedAt),
      ),
    )
    .for("share", { of: participations });
  const participant = found && participantOf(found.participation, found.identity);
  return participant ? { ...found, participant } : null;
}

/** Who takes part: the identity, or whoever has the address; null for one who is forgotten. */
export function participantOf(
  { id, email, name }: Pick<Participation, "id" | "email" | "name">,
  identity: Person | null,
): Participant | null {
  return identity ?? (email === null ? null : { participationId: id, name });
}

/** Whoever organises it knows what they did themselves. */
export function isOrganizer({ participant, organizer }: Attendance): boolean {
  return isIdentity(participant) && participant.id === organizer.id;
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
