import { cache } from "react";
import { connection } from "@/lib/core/database";
import type { FeedOf } from "@/lib/core/listing-paths";
import { PAGE_SIZE } from "@/lib/events/cards";
import { categories } from "@/lib/events/categories";
import { foldTag } from "@/lib/events/tag";
import {
  countUpcomingIn,
  findPlaceBySlug,
  isTopicKnown,
  listPastIn,
  listUpcomingIn,
  type Topic,
} from "@/lib/events/topics";
import { pageFrom } from "./page-number";
import { foldFor, readUnwelcome } from "./unwelcome";
import type { Viewer } from "./viewer";

/** What a page is about, and which listing it is; `place` only where it is one. */
export type TopicFound = {
  topic: Topic;
  of: Extract<FeedOf, { kind: Topic["kind"] }>;
  /** Whether it was asked for as the listing spells it: others lead there. */
  isCanonical: boolean;
  place?: { name: string; address: string };
};

/**
 * What the last part of an address names; null for what nothing here ever was about, so that nobody fills the memory
 * with made-up pages. Asked of the database once a request.
 */
export const readTopic = cache(async (kind: Topic["kind"], text: string): Promise<TopicFound | null> => {
  const found = await named(kind, decoded(text));
  if (!found) return null;
  const isFixed = categories.some((code) => code === found.topic.value);
  return isFixed || (await isTopicKnown(connection().db, found.topic)) ? found : null;
});

/** A page of what is to come, and on the first what was. */
export async function readListed(
  topic: Topic,
  pageText: string | string[] | undefined,
  viewer: Viewer | null = null,
) {
  const { db } = connection();
  const [now, reader] = [new Date(), await readUnwelcome(viewer)];
  const total = await countUpcomingIn(db, topic, { now, reader });
  const { page, pageCount } = pageFrom(pageText, { total, size: PAGE_SIZE });
  const [cards, past] = await Promise.all([
    listUpcomingIn(db, topic, { now, page, reader }),
    page === 1 ? listPastIn(db, topic, { now, reader }) : [],
  ]);
  const [shown, shownPast] = [await foldFor(reader, cards), await foldFor(reader, past)];
  return { cards: shown, past: shownPast, page, pageCount, total, now };
}

async function named(kind: Topic["kind"], text: string): Promise<TopicFound | null> {
  if (kind === "tag") {
    const tag = foldTag(text);
    return { topic: { kind, value: tag }, of: { kind, tag }, isCanonical: text === tag };
  }
  if (kind === "category") {
    // A category of the server's own is called as it is written.
    const code = categories.find((known) => known === text.toUpperCase()) ?? text;
    return { topic: { kind, value: code }, of: { kind, code }, isCanonical: text === code };
  }
  const place = await findPlaceBySlug(connection().db, text.toLowerCase());
  if (!place) return null;
  const { id, slug, name, street, postalCode, locality } = place;
  const town = [postalCode, locality].filter(Boolean).join(" ");
  const address = [street, town].filter(Boolean).join(", ");
  return {
    topic: { kind, value: id },
    of: { kind, slug },
    isCanonical: text === slug,
    place: { name: name || address, address },
  };
}

/** Paths of pages come with their percent signs. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
