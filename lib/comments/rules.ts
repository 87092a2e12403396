import type { Comment } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import { endOf } from "@/lib/events/rules";

/** Under a cancelled event people may talk until a week after it would have been over. */
const DAYS_AFTER_CANCELLED = 7;

type Talk = Pick<Event, "commentsPolicy" | "status" | "startsAt" | "endsAt">;

/** Why nobody of this kind can say something now, as a refusal's reason, or null if they can. */
export function commentRefusal(event: Talk, { isHost, now }: { isHost: boolean; now: Date }): string | null {
  const end = endOf(event);
  const isOver = end && now.getTime() - end.getTime() > DAYS_AFTER_CANCELLED * 86_400_000;
  if (event.status === "cancelled" && isOver) return "comments_over";
  return event.commentsPolicy === "closed" && !isHost ? "comments_closed" : null;
}

/**
 * What is written now is seen at once, or waits for a host; hosts never wait. Under an event of another server nothing
 * waits here: its hosts decide there, and nobody would let it through.
 */
export function statusOfWords(
  { commentsPolicy, domain }: Pick<Event, "commentsPolicy" | "domain">,
  isHost: boolean,
): "visible" | "waiting" {
  return commentsPolicy === "moderated" && domain === null && !isHost ? "waiting" : "visible";
}

/** Threads are one level deep: an answer to an answer joins the thread. Null: it begins one. */
export function threadOf(answered: Pick<Comment, "id" | "threadId"> | null): string | null {
  return answered && (answered.threadId ?? answered.id);
}
