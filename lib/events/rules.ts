import type { Event } from "@/db/schema/events";

type Times = Pick<Event, "startsAt" | "endsAt">;

/** An event without an end counts as over when it has begun three hours ago. */
const OPEN_END_HOURS = 3;

/** When nobody can join any more. */
export function isOver({ startsAt, endsAt }: Times, now: Date): boolean {
  const end = endsAt ?? (startsAt && new Date(startsAt.getTime() + OPEN_END_HOURS * 3_600_000));
  return end !== null && end <= now;
}

/** Whether it stands in lists: announced to everybody. */
export function isListed({ publishedAt, visibility }: Pick<Event, "publishedAt" | "visibility">): boolean {
  return publishedAt !== null && visibility === "public";
}
