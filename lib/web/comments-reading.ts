import type { Event } from "@/db/schema/events";
import { findComment, listHeld } from "@/lib/comments/held";
import { commentsAsked } from "@/lib/comments/input";
import { canManageComments } from "@/lib/comments/policy";
import { findPlace, listThreads, THREADS_PER_PAGE } from "@/lib/comments/queries";
import { pauseUnder } from "@/lib/comments/rules";
import { type Thread, threadsFor } from "@/lib/comments/threads";
import { connection } from "@/lib/core/database";
import type { Face } from "@/lib/identities/queries";
import { readSlowMode } from "@/lib/instance/slow-mode";
import { findOpenable } from "./openable";
import { readUnwelcome } from "./unwelcome";
import type { Viewer } from "./viewer";

/**
 * What was said under an event, for one viewer or for all visitors: the page that `?comments=` asks for, by its number or
 * by a comment on it. Members also get what waits, as far as it is theirs to see.
 */
export async function readComments(event: Event, viewer: Viewer | null, asked?: string | string[]) {
  const { db } = connection();
  const place = await placeOf(event, asked);
  const [{ threads: said, threadCount, total }, held, reader, slowMode] = await Promise.all([
    listThreads(db, { eventId: event.id, page: place.page, unfolded: place.threadId }),
    viewer ? listHeld(db, heldFor(viewer, event)) : [],
    readUnwelcome(viewer),
    viewer ? readSlowMode(db) : 0,
  ]);
  const threads = viewer ? threadsFor(reader, said) : said;
  const authors = [...authorsOf(threads), ...held.map(({ author }) => author)];
  return {
    ...{ threads, held, total, page: place.page },
    pageCount: Math.max(1, Math.ceil(threadCount / THREADS_PER_PAGE)),
    pauseSeconds: pauseUnder(event, slowMode),
    openable: await findOpenable(viewer, authors),
  };
}

/** As whom a reader can speak, the one to propose first. */
export function speakersOf({ proposed, identities }: { proposed: Face; identities: Face[] }): Face[] {
  return [proposed, ...identities.filter(({ id }) => id !== proposed.id)];
}

/** Everybody whose name stands there. */
export function authorsOf(threads: Thread[]): Face[] {
  return threads.flatMap(({ root, answers }) => [root, ...answers]).flatMap(({ author }) => author ?? []);
}

/** When each of the comments that stand there was said. */
export function momentsOf(threads: Thread[]): Date[] {
  return threads.flatMap(({ root, answers }) => [root, ...answers]).map(({ createdAt }) => createdAt);
}

/** One comment, with as whom the viewer may change something about it; null if with none of their identities. */
export async function readOwnComment(viewer: Viewer, slug: string, id: string) {
  const found = await findComment(connection().db, slug, id);
  if (!found) return null;
  const author = viewer.identities.find((own) => own.id === found.comment.authorId) ?? null;
  const host = viewer.identities.find((own) => canManageComments(actorOf(own), found.event)) ?? null;
  return { ...found, as: { author, host } };
}

async function placeOf(event: Event, asked: string | string[] | undefined) {
  const wanted = commentsAsked.parse(asked);
  if (typeof wanted === "number") return { page: wanted, threadId: undefined };
  return (await findPlace(connection().db, event.id, wanted)) ?? { page: 1, threadId: undefined };
}

function heldFor({ identities }: Viewer, event: Event) {
  const isHost = identities.some((own) => canManageComments(actorOf(own), event));
  return { eventId: event.id, own: identities.map(({ id }) => id), isHost };
}

function actorOf({ id }: Face) {
  return { kind: "identity" as const, actorId: id };
}
