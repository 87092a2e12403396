import { asc, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { eventTags } from "@/db/schema/events";
import { mutedWordIn } from "@/lib/identities/blocks/muted-words";
import type { Unwelcome } from "@/lib/identities/blocks/unwelcome";
import type { EventCard } from "./cards";

/** Marks those cards whose title, text, place or tags contain a word that their reader mutes. Asks nothing where there is none. */
export async function foldMuted<Card extends Pick<EventCard, "event">>(
  db: Database,
  cards: Card[],
  { self, words }: Unwelcome,
): Promise<(Card & { mutedWord?: string })[]> {
  if (words.length === 0 || cards.length === 0) return cards;
  const ids = cards.map(({ event: { id } }) => id);
  const rows = await db
    .select({ eventId: eventTags.eventId, tag: eventTags.tag })
    .from(eventTags)
    .where(inArray(eventTags.eventId, ids))
    .orderBy(asc(eventTags.position));
  const tagsOf = Map.groupBy(rows, ({ eventId }) => eventId);
  return cards.map((card) => {
    const { id, organizerId, title, description, placeName } = card.event;
    if (organizerId === self) return card;
    const tags = tagsOf.get(id)?.map(({ tag }) => tag) ?? [];
    const mutedWord = mutedWordIn([title, description, placeName, ...tags], words);
    return mutedWord ? { ...card, mutedWord } : card;
  });
}
