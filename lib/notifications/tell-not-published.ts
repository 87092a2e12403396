import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { notPublishedLetter, type Obstacle } from "./letters/not-published";
import { findHappening } from "./people";
import { mailKey, writeTo } from "./write-to";

const known: Obstacle[] = [
  "title_too_short",
  "start_missing",
  "event_in_the_past",
  "events_not_for_you",
  "words_not_allowed",
];

/** Tells the organiser that a draft did not publish itself, and why; unless it is published by now. */
export async function tellNotPublished(
  tx: Context,
  fact: Recorded<FactOf<"event.not_published">>,
): Promise<void> {
  const happening = await findHappening(tx.db, fact.eventId);
  if (!happening || happening.event.publishedAt) return;
  const obstacles = known.filter((reason) => fact.reasons.includes(reason));
  await writeTo(tx, happening.organizer.id, {
    key: mailKey(fact),
    write: (reader) => notPublishedLetter(happening, obstacles, reader),
  });
}
