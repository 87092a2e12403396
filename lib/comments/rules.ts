import type { Comment } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import { endOf } from "@/lib/events/rules";
import type { InstanceSettings } from "@/lib/instance/settings";

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

type Paused = Pick<Event, "commentsPauseSeconds">;

/** Seconds between two comments of one identity: the server's rule or the event's, whichever asks for more. */
export function pauseUnder({ commentsPauseSeconds }: Paused, slowModeSeconds: number): number {
  return Math.max(commentsPauseSeconds, slowModeSeconds);
}

/** Whether that has passed since they said something; clocks that went back let nobody through. */
export function isPauseOver(pauseSeconds: number, { last, now }: { last: Date; now: Date }): boolean {
  return pauseSeconds === 0 || now.getTime() - last.getTime() >= pauseSeconds * 1000;
}

type Words = {
  isHost: boolean;
  /** A rule of this server holds these words back. */
  isHeld: boolean;
  /** Who sees comments here before everybody else does, whatever the hosts of an event chose. */
  approval: InstanceSettings["commentApproval"];
};

/**
 * What is written now is seen at once, or waits for a host or a moderator; hosts never wait. Under an event of another
 * server only what a rule holds back waits here: its hosts decide there, and nobody else would let it through.
 */
export function standingOfWords(
  { commentsPolicy, domain }: Pick<Event, "commentsPolicy" | "domain">,
  { isHost, isHeld, approval }: Words,
): "visible" | "waiting" | "held" {
  if (isHost) return "visible";
  if (isHeld) return "held";
  if (domain !== null) return "visible";
  if (approval === "moderators") return "held";
  return waitsForHosts({ commentsPolicy, domain }, approval) ? "waiting" : "visible";
}

/** Whether hosts of an event of this server look first: they chose so, or the server does for all. */
export function waitsForHosts(
  { commentsPolicy, domain }: Pick<Event, "commentsPolicy" | "domain">,
  approval: Words["approval"],
): boolean {
  return domain === null && (commentsPolicy === "moderated" || approval === "hosts");
}

/** The columns that say so. */
export function columnsOfStanding(standing: ReturnType<typeof standingOfWords>, now: Date) {
  if (standing === "held") return { status: "waiting" as const, heldAt: now };
  return { status: standing, heldAt: null };
}

/** Threads are one level deep: an answer to an answer joins the thread. Null: it begins one. */
export function threadOf(answered: Pick<Comment, "id" | "threadId"> | null): string | null {
  return answered && (answered.threadId ?? answered.id);
}

/** Tells what a comment says now from what it said before: the moment of its last edit in milliseconds, or 0. */
export function readingOf({ editedAt }: Pick<Comment, "editedAt">): number {
  return editedAt?.getTime() ?? 0;
}
