import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import type { Context } from "@/lib/core/context";
import { serverUri } from "../uris";

/** What one server may bring in a day without having been asked: more than the largest brings in a week. */
const MOST_A_DAY = 500;

const followers = alias(actors, "followers");

/**
 * Whether what one of these announces is kept: somebody here follows one of them, or this server itself does. Everything
 * else that servers send is let go: calendars would fill with what nobody asked for.
 */
export async function wantsEventsOf({ db }: Context, uris: string[]): Promise<boolean> {
  const [found] = await db
    .select({ id: follows.id })
    .from(follows)
    .innerJoin(actors, eq(actors.id, follows.followedId))
    .innerJoin(followers, eq(followers.id, follows.followerId))
    .where(and(inArray(actors.uri, uris), isNull(followers.domain), isNull(followers.deletedAt)))
    .limit(1);
  return Boolean(found);
}

/** Whether this server follows that one, through its own actor: then it wants what anybody there announces to all. */
export async function followsServer({ db }: Context, domain: string): Promise<boolean> {
  const isServer = and(eq(actors.domain, domain), eq(actors.kind, "application"));
  const [found] = await db
    .select({ id: follows.id })
    .from(follows)
    .innerJoin(actors, eq(actors.id, follows.followedId))
    .innerJoin(followers, eq(followers.id, follows.followerId))
    .where(and(isServer, eq(followers.uri, serverUri())))
    .limit(1);
  return Boolean(found);
}

/** Whether a server has brought enough events for today. */
export async function hasBroughtEnough({ db, now }: Context, domain: string): Promise<boolean> {
  const since = new Date(now.getTime() - 86_400_000);
  return (await db.$count(events, and(eq(events.domain, domain), gt(events.createdAt, since)))) >= MOST_A_DAY;
}
