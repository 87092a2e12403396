import type { Comment } from "@/db/schema/comments";
import { plainText } from "@/lib/core/text/plain-text";
import { mutedWordIn } from "@/lib/identities/blocks/muted-words";
import { isUnwelcome, type Unwelcome } from "@/lib/identities/blocks/unwelcome";
import type { Face } from "@/lib/identities/queries";

/** A comment as everybody sees it; `author` and words are missing where it was deleted, or waits for a host again. */
export type Said = Pick<
  Comment,
  | "id"
  | "uri"
  | "html"
  | "createdAt"
  | "editedAt"
  | "isPinned"
  | "isAnnouncement"
  | "threadId"
  | "inReplyToId"
> & {
  author: Face | null;
  /** Its reader does not want to read what contains it, unless they ask to. */
  mutedWord?: string;
};

/** What began a thread, and its answers, the oldest first but for a pinned one; `more`: how many are not shown here. */
export type Thread = { root: Said; answers: Said[]; more: number };

/** A row of a page of threads: its comment, and how many answers its whole thread has. */
export type ThreadRow = { said: Said; total: number };

/** Puts rows, each thread's own before its answers, together to threads in their order. Answers to nothing are left out. */
export function threadsOf(rows: ThreadRow[]): Thread[] {
  const threads = new Map<string, Thread>();
  for (const { said, total } of rows) {
    if (said.threadId === null) threads.set(said.id, { root: said, answers: [], more: total });
    const thread = said.threadId === null ? undefined : threads.get(said.threadId);
    if (!thread) continue;
    thread.answers.push(said);
    thread.more -= 1;
  }
  return [...threads.values()];
}

/**
 * The same as a reader wants to see it. What those began of whom they do not want to hear, others may have answered. What
 * hosts announce belongs to the event, and is told to everybody.
 */
export function threadsFor(reader: Unwelcome, threads: Thread[]): Thread[] {
  const isHeard = ({ author, isAnnouncement }: Said) =>
    author === null || isAnnouncement || !isUnwelcome(reader, author);
  return threads.flatMap(({ root: began, answers, more }) => {
    const heard = answers.filter(isHeard).map((answer) => foldMuted(reader, answer));
    const root = foldMuted(reader, began);
    if (isHeard(root)) return { root, answers: heard, more };
    const empty = { ...root, html: "", isAnnouncement: false, editedAt: null, author: null };
    return heard.length + more > 0 ? { root: empty, answers: heard, more } : [];
  });
}

function foldMuted({ self, words }: Unwelcome, said: Said): Said {
  if (said.author?.id === self) return said;
  const mutedWord = words.length > 0 && mutedWordIn([plainText(said.html)], words);
  return mutedWord ? { ...said, mutedWord } : said;
}
