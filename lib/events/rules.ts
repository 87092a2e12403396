import type { Event } from "@/db/schema/events";

type Times = Pick<Event, "startsAt" | "endsAt">;

/** An event without an end counts as over when it has begun three hours ago. */
const OPEN_END_HOURS = 3;

/** Seconds between two comments of one identity, as hosts can ask for them. */
export const commentPauses = [0, 60, 300, 900, 3600];

/** When nobody can join any more. */
export function isOver({ startsAt, endsAt }: Times, now: Date): boolean {
  const end = endOf({ startsAt, endsAt });
  return end !== null && end <= now;
}

/** When it is over, as far as anybody knows; null for a draft without a time. */
export function endOf({ startsAt, endsAt }: Times): Date | null {
  return endsAt ?? (startsAt && new Date(startsAt.getTime() + OPEN_END_HOURS * 3_600_000));
}

/** Whether it stands in lists: announced to everybody. */
export function isListed({ publishedAt, visibility }: Pick<Event, "publishedAt" | "visibility">): boolean {
  return publishedAt !== null && visibility === "public";
}

/** Whether nothing takes place at the time that it tells: it is called off, or put off until nobody knows when. */
export function isOff({ status }: Pick<Event, "status">): boolean {
  return status === "cancelled" || status === "postponed";
}
