import type { Database } from "@/db/client";
import { type EventCard, listDrafts } from "@/lib/events/cards";
import { listJoined, listOrganized, type MyEventCounts } from "@/lib/participation/my-events";

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
