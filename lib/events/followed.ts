import { and, arrayOverlaps, asc, eq, getTableColumns, inArray, isNull, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { type Follow, follows } from "@/db/schema/follows";
import { media } from "@/db/schema/media";
import { type Face, faceColumns } from "@/lib/identities/queries";
import { type EventCard, selectCards, upcoming } from "./cards";

/** Beyond these, the front page shows nothing of them: it asks for the events of each. */
const ASKED_AT_MOST = 500;

/** Whom an identity follows, by name, and whose servers have not said yet that it may. For its own eyes. */
export function listFollowed(
  db: Database,
  followerId: string,
): Promise<(Face & { status: Follow["status"] })[]> {
  return db
    .select({ ...faceColumns, avatar: getTableColumns(media), status: follows.status })
    .from(follows)
    .innerJoin(actors, eq(actors.id, follows.followedId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(and(eq(follows.followerId, followerId), isNull(actors.deletedAt)))
    .orderBy(asc(actors.name), asc(actors.handle));
}

/** Whether an identity follows another, or waits for its server to say so; null: neither. */
export async function findFollowStatus(
  db: Database,
  followerId: string,
  followedId: string,
): Promise<Follow["status"] | null> {
  const [follow] = await db
    .select({ status: follows.status })
    .from(follows)
    .where(and(eq(follows.followerId, followerId), eq(follows.followedId, followedId)));
  return follow?.status ?? null;
}

/** What those whom an identity follows announce next; null: it follows nobody. */
export async function listUpcomingFollowed(
  db: Database,
  followerId: string,
  { now, size }: { now: Date; size: number },
): Promise<EventCard[] | null> {
  const followed = await db
    .select({ id: follows.followedId })
    .from(follows)
    .where(and(eq(follows.followerId, followerId), eq(follows.status, "accepted")))
    .limit(ASKED_AT_MOST);
  if (followed.length === 0) return null;
  const ids = followed.map(({ id }) => id);
  // Each side has an index of its own.
  const theirs = or(inArray(events.organizerId, ids), arrayOverlaps(events.hostIds, ids));
  return selectCards(db, [upcoming(now), theirs], { order: asc(events.startsAt), size });
}
