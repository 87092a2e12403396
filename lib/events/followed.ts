import {
  and,
  arrayOverlaps,
  asc,
  count,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
} from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventShares } from "@/db/schema/event-shares";
import { events } from "@/db/schema/events";
import { type Follow, follows } from "@/db/schema/follows";
import { media } from "@/db/schema/media";
import { isUnwelcome, noneUnwelcome, type Unwelcome } from "@/lib/identities/blocks/unwelcome";
import { type Face, faceColumns } from "@/lib/identities/queries";
import { beforeUpcoming, type EventCard, end, selectCards, welcomeTo } from "./cards";
import type { FeedSource } from "./input";

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

/**
 * Which of these identities follow another, or wait for its server to say so; those that do neither are not in it. For
 * the account that they belong to.
 */
export async function listFollowStatuses(
  db: Database,
  followerIds: string[],
  followedId: string,
): Promise<Map<string, Follow["status"]>> {
  const { followerId, status } = follows;
  const rows = await db
    .select({ followerId, status })
    .from(follows)
    .where(and(inArray(followerId, followerIds), eq(follows.followedId, followedId)));
  return new Map(rows.map((row) => [row.followerId, row.status]));
}

/** `reader`: whom the follower does not want to come across, though others hand on what they announce. */
type Wanted = { now: Date; size: number; page?: number; source?: FeedSource; reader?: Unwelcome };

/** What those whom an identity follows announce next, by date; null: it follows nobody. `page` counts from 1. */
export async function listUpcomingFollowed(
  db: Database,
  followerId: string,
  { now, size, page, source, reader }: Wanted,
): Promise<EventCard[] | null> {
  const { ids, isAnybody } = await listFollowedIds(db, followerId, reader);
  if (ids.length === 0) return isAnybody ? [] : null;
  return selectCards(db, [announcedBy(db, ids), isToCome(now), isFrom(source), welcomeTo(reader)], {
    ...{ order: asc(events.startsAt), size, page },
  });
}

/** How many there are. */
export async function countUpcomingFollowed(
  db: Database,
  followerId: string,
  { now, source, reader }: Pick<Wanted, "now" | "source" | "reader">,
): Promise<number> {
  const { ids } = await listFollowedIds(db, followerId, reader);
  if (ids.length === 0) return 0;
  const [row] = await db
    .select({ total: count() })
    .from(events)
    .innerJoin(actors, and(eq(actors.id, events.organizerId), isNull(actors.deletedAt)))
    .where(and(announcedBy(db, ids), isToCome(now), isFrom(source), welcomeTo(reader)));
  return row!.total;
}

/** Without those whom it mutes, though it follows them; `isAnybody`: it follows somebody. */
async function listFollowedIds(db: Database, followerId: string, reader: Unwelcome = noneUnwelcome) {
  const followed = await db
    .select({ id: actors.id, domain: actors.domain })
    .from(follows)
    .innerJoin(actors, eq(actors.id, follows.followedId))
    .where(and(eq(follows.followerId, followerId), eq(follows.status, "accepted")))
    .limit(ASKED_AT_MOST);
  const ids = followed.filter((face) => !isUnwelcome(reader, face)).map(({ id }) => id);
  return { ids, isAnybody: followed.length > 0 };
}

/** By them, with them, or handed on by them; each has an index of its own. */
function announcedBy(db: Database, ids: string[]): SQL | undefined {
  const shared = db
    .select({ id: eventShares.eventId })
    .from(eventShares)
    .where(inArray(eventShares.actorId, ids));
  return or(inArray(events.organizerId, ids), arrayOverlaps(events.hostIds, ids), inArray(events.id, shared));
}

/** What other servers tell those who follow, without telling everybody, is for them too. */
function isToCome(now: Date): SQL | undefined {
  const isTold = or(eq(events.visibility, "public"), isNotNull(events.domain));
  const isNotOver = and(gt(events.startsAt, beforeUpcoming(now)), gt(end, now.toISOString()));
  return and(isNotNull(events.publishedAt), isNull(events.deletedAt), isTold, isNotOver);
}

function isFrom(source: FeedSource = "all"): SQL | undefined {
  if (source === "all") return undefined;
  return source === "here" ? isNull(events.domain) : isNotNull(events.domain);
}
