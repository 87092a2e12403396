import { connection } from "@/lib/core/database";
import { listRelated } from "@/lib/events/related";
import { nextTurnOf } from "@/lib/events/turns";
import { eventTag, mediaTag } from "@/lib/journal/tags";
import type { EventPage } from "@/lib/participation/event-page";

/**
 * What is shown below an event, and what drops it: the events themselves. What is announced later is found when the
 * hour is over, so that not every announcement drops every event's page.
 */
export async function readRelated({ event, tags }: Pick<EventPage, "event" | "tags">, now: Date) {
  const cards = await listRelated(connection().db, event, { tags, now });
  const shown = cards.flatMap(({ event: { id }, picture }) => [
    eventTag(id),
    ...(picture ? [mediaTag(picture.id)] : []),
  ]);
  return { cards, tags: shown, until: nextTurnOf(cards, now) };
}
