import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Event } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { servers } from "@/db/schema/servers";
import { actingAs, createIdentity, createRemoteActor, createRemoteEvent } from "@/db/testing/factories";
import { joinEvent } from "@/lib/participation/join";
import { hear, minutesLater } from "./wire";

/** Somebody of ours, and an event of another server with its organiser. */
export async function begin(
  db: Database,
  { software = "", ...values }: Partial<Event> & { software?: string } = {},
) {
  await db.insert(servers).values({ domain: "far.example", software });
  const grace = await createRemoteActor(db, { handle: "grace" });
  const event = await createRemoteEvent(db, { organizerId: grace.id, ...values });
  const ada = await createIdentity(db, { handle: "ada_p" });
  const asAda = (minutes = 0) => ({ ...actingAs(db, ada.id), now: minutesLater(minutes) });
  const join = (message = "", minutes = 0) => joinEvent(asAda(minutes), { eventId: event.id, message });
  const answer = (type: string, more: object = {}) => hear(db, grace, { type, minutes: 1, ...more });
  return { grace, event, ada, asAda, join, answer };
}

/** Where somebody stands. */
export async function standing(db: Database, actorId: string) {
  const [row] = await db.select().from(participations).where(eq(participations.actorId, actorId));
  return row!;
}
