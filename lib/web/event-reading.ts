import { cache } from "react";
import type { Event } from "@/db/schema/events";
import { connection } from "@/lib/core/database";
import { findEventPage } from "@/lib/participation/event-page";
import { canDecideParticipation } from "@/lib/participation/policy";
import { countByStatus, listOwnParticipations } from "@/lib/participation/queries";
import type { Viewer } from "./viewer";

/** The event as an identity sees it, or nobody; asked of the database once a request, by the head and by the page. */
export const readEventPage = cache((slug: string, actorId: string | null) =>
  findEventPage(connection().db, slug, actorId ? { kind: "identity", actorId } : { kind: "anonymous" }),
);

/** The signed-in reader of an event's page: where each of their identities stands, and who waits if they decide. */
export async function readEventReader({ session, identity, identities }: Viewer, event: Event) {
  const { db } = connection();
  const decides = canDecideParticipation({ kind: "identity", actorId: identity.id }, event);
  const [participations, counts] = await Promise.all([
    listOwnParticipations(
      db,
      event.id,
      identities.map(({ id }) => id),
    ),
    decides ? countByStatus(db, event.id) : null,
  ]);
  return { acting: identity, identities, zone: session.zone, participations, waiting: counts?.pending ?? 0 };
}
