import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type ActorRow, actors } from "@/db/schema/actors";
import { type Event, events } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";

/** An answer with its event, whoever announces that, and whoever gave it. */
export type Attending = {
  participation: Participation;
  event: Event;
  organizer: ActorRow;
  participant: ActorRow;
};

/**
 * What is known of an answer; null if it is gone, or was given by e-mail. Its row is held: what changes it, and is told
 * then, comes after this.
 */
export async function findAttending({ db }: Context, participationId: string): Promise<Attending | null> {
  const [organizer, participant] = [alias(actors, "organizer"), alias(actors, "participant")];
  const [found] = await db
    .select({ participation: participations, event: events, organizer, participant })
    .from(participations)
    .innerJoin(events, eq(events.id, participations.eventId))
    .innerJoin(organizer, eq(organizer.id, events.organizerId))
    .innerJoin(participant, eq(participant.id, participations.actorId))
    .where(eq(participations.id, participationId))
    .for("update", { of: participations });
  return found ?? null;
}

/** Those of other servers who announce the event. */
export function listHostsElsewhere(
  { db }: Context,
  { organizerId, hostIds }: Pick<Event, "organizerId" | "hostIds">,
): Promise<ActorRow[]> {
  return db
    .select()
    .from(actors)
    .where(and(inArray(actors.id, [organizerId, ...hostIds]), isNotNull(actors.domain)));
}

/** The software of a server, as it names itself; empty if it is not known. */
export async function findSoftware({ db }: Context, domain: string): Promise<string> {
  const [server] = await db
    .select({ software: servers.software })
    .from(servers)
    .where(eq(servers.domain, domain));
  return server?.software ?? "";
}
