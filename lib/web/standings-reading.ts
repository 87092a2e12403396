import { connection } from "@/lib/core/database";
import type { EventCard } from "@/lib/events/cards";
import { listStandings } from "@/lib/participation/standings";
import { currentViewer } from "./viewer";

/** Where the identity that the viewer acts as stands with these events; undefined for visitors. */
export async function readStandings(cards: EventCard[]) {
  const viewer = await currentViewer();
  const ids = cards.map(({ event }) => event.id);
  return viewer ? listStandings(connection().db, viewer.identity.id, ids) : undefined;
}
