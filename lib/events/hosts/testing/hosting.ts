import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { ActorRow } from "@/db/schema/actors";
import { eventHosts } from "@/db/schema/event-hosts";
import { type Event, events } from "@/db/schema/events";
import { actingAs, createIdentity, now } from "@/db/testing/factories";
import { acceptHosting } from "../answer";

/** Made unless given. */
type Who = { host?: ActorRow };

/** Somebody who was asked to host the event and has not answered. */
export async function createInvited(
  db: Database,
  event: Pick<Event, "id" | "organizerId">,
  { host }: Who = {},
) {
  const invited = host ?? (await createIdentity(db));
  await db
    .insert(eventHosts)
    .values({ eventId: event.id, actorId: invited.id, invitedById: event.organizerId, createdAt: now });
  return invited;
}

/** Somebody who hosts the event. */
export async function createHost(db: Database, event: Pick<Event, "id" | "organizerId">, { host }: Who = {}) {
  const invited = await createInvited(db, event, { host });
  await acceptHosting(actingAs(db, invited.id), event.id);
  return invited;
}

/** Whom both tables name: in the event, and in the list of those who were asked. */
export async function hostsOf(db: Database, eventId: string) {
  const [event] = await db.select().from(events).where(eq(events.id, eventId));
  const rows = await db.select().from(eventHosts).where(eq(eventHosts.eventId, eventId));
  const withStatus = (status: string) =>
    rows.filter((row) => row.status === status).map(({ actorId }) => actorId);
  return {
    organizerId: event!.organizerId,
    hostIds: event!.hostIds,
    accepted: withStatus("accepted"),
    invited: withStatus("invited"),
    declined: withStatus("declined"),
  };
}
