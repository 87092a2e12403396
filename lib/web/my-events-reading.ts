import type { Database } from "@/db/client";
import { type EventCard, listDrafts } from "@/lib/events/cards";
import { listInvitations } from "@/lib/events/hosts/queries";
import { findUnwelcome } from "@/lib/identities/blocks/unwelcome";
import { listOpenInvitations } from "@/lib/participation/invitations/queries";
import { listHeldPlaces, listJoined, listOrganized, type MyEventCounts } from "@/lib/participation/my-events";

type Asked = { tab: keyof MyEventCounts; actorId: string; now: Date; page: number };

/** One page of one of the lists of an identity's events. */
export function readMyEvents(db: Database, { tab, actorId, now, page }: Asked): Promise<EventCard[]> {
  switch (tab) {
    case "organizing":
      return listOrganized(db, actorId, now, page);
    case "drafts":
      return listDrafts(db, actorId, page);
    case "going":
    case "waiting":
    case "maybe":
      return listJoined(db, { actorId, list: tab, now, page });
  }
}

/** What waits for a word of one identity: places that are held for it, and what it was asked to come to or to host. */
export async function readAsked(db: Database, actorId: string, now: Date) {
  const reader = await findUnwelcome(db, actorId, now);
  const [places, invitations, hostings] = await Promise.all([
    listHeldPlaces(db, actorId, now),
    listOpenInvitations(db, actorId, { now, reader }),
    listInvitations(db, actorId, { now, reader }),
  ]);
  return { places, invitations, hostings };
}
