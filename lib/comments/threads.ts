import type { Comment } from "@/db/schema/comments";
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
> & { author: Face | null };

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

/** The same for a reader who does not want to hear of these authors: what they began, others may have answered. */
export function without(threads: Thread[], authorIds: string[]): Thread[] {
  const isHeard = ({ author }: Said) => author === null || !authorIds.includes(author.id);
  return threads.flatMap(({ root, answers, more }) => {
    const heard = answers.filter(isHeard);
    if (isHeard(root)) return { root, answers: heard, more };
    const empty = { ...root, html: "", isAnnouncement: false, editedAt: null, author: null };
    return heard.length + more > 0 ? { root: empty, answers: heard, more } : [];
  });
}
