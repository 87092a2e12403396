import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { participations } from "@/db/schema/participations";
import { servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import type { ToldEvent, ToldFace } from "../objects/told";
import { getServerActor } from "../server-actor";
import { type Form, formFor } from "../software";
import { isPassedOn } from "./announces";

const LOOK_FORWARD = ["approved", "offered", "waitlisted", "maybe", "pending"] as const;

/** Who hears of a new event: whoever follows those who announce it. Of an unlisted one nobody does, as here. */
export function followersOf({ event, organizer, hosts }: ToldEvent): string[] {
  return event.visibility === "public" ? [organizer, ...hosts].map(({ id }) => id) : [];
}

/**
 * Who hears of what becomes of it: also those who take part, and servers to which it was announced. `wasPublic`: it was
 * for all until now, so that whoever heard of it then must hear that it is not any more.
 */
export async function concernedBy(
  tx: Context,
  told: ToldEvent,
  { wasPublic = false }: { wasPublic?: boolean } = {},
): Promise<{ actorIds: string[]; followersOf: string[] }> {
  const people = await listParticipantsElsewhere(tx, told.event.id);
  const asHeard: ToldEvent = wasPublic ? { ...told, event: { ...told.event, visibility: "public" } } : told;
  const server = (await isPassedOn(tx, asHeard)) ? [(await getServerActor(tx)).id] : [];
  return { actorIds: people.map(({ id }) => id), followersOf: [...followersOf(asHeard), ...server] };
}

/** People of other servers who come to an event of ours, may, or wait. */
export function listParticipantsElsewhere(
  { db }: Context,
  eventId: string,
): Promise<Omit<ToldFace, "followers">[]> {
  const { id, uri, handle, domain, visibility } = actors;
  return db
    .select({ id, uri, handle, domain, visibility })
    .from(participations)
    .innerJoin(actors, eq(actors.id, participations.actorId))
    .where(
      and(
        eq(participations.eventId, eventId),
        inArray(participations.status, [...LOOK_FORWARD]),
        isNotNull(domain),
        isNull(actors.deletedAt),
      ),
    );
}

/** With each of them, how the software of their server shows events. */
export async function withForms<Person extends { domain: string | null }>(
  { db }: Context,
  people: Person[],
): Promise<(Person & { form: Form })[]> {
  const domains = people.flatMap(({ domain }) => domain ?? []);
  if (domains.length === 0) return [];
  const rows = await db
    .select({ domain: servers.domain, software: servers.software })
    .from(servers)
    .where(inArray(servers.domain, domains));
  const software = new Map(rows.map((row) => [row.domain, row.software]));
  return people.map((person) => ({ ...person, form: formFor(software.get(person.domain ?? "") ?? "") }));
}
