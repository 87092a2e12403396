import { connection } from "@/lib/core/database";
import { listRelated } from "@/lib/events/related";
import { nextTurnOf } from "@/lib/events/turns";
import { eventTag, mediaTag } from "@/lib/journal/tags";
import type { EventPage } from "@/lib/participation/event-page";
import { foldFor, readUnwelcome } from "./unwelcome";
import type { Viewer } from "./viewer";

/**
 * What is shown below an event, and what drops it: the events themselves. What is announced later is found when the
 * hour is over, so that not every announcement drops every event's page.
 */
export async function readRelated(
  { event, tags }: Pick<EventPage, "event" | "tags">,
  now: Date,
  viewer: Viewer | null = null,
) {
  const reader = await readUnwelcome(viewer);
  const cards = await foldFor(reader, await listRelated(connection().db, event, { tags, now, reader }));
  const shown = cards.flatMap(({ event: { id }, picture }) => [
    eventTag(id),
    ...(picture ? [mediaTag(picture.id)] : []),
  ]);
  return { cards, tags: shown, until: nextTurnOf(cards, now) };
}
