import { and, count, eq, inArray, isNull } from "drizzle-orm";
import { deliveries } from "@/db/schema/activities";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import type { Context } from "@/lib/core/context";

/**
 * What there is of a server here: people and events that are known; how many there are followed from here, and follow
 * somebody here; deliveries that are still to go there.
 */
export type ServerCounts = Record<"people" | "events" | "followed" | "following" | "waiting", number>;

/** The same for some servers, by their names: in five statements, however many they are. */
export async function countOfServers(
  { db }: Pick<Context, "db">,
  domains: string[],
): Promise<(domain: string) => ServerCounts> {
  if (domains.length === 0) return () => none;
  const isOne = inArray(actors.domain, domains);
  const ofActors = () => db.select({ domain: actors.domain, total: count() });
  const [people, announced, followed, following, waiting] = await Promise.all([
    ofActors()
      .from(actors)
      .where(and(isOne, isNull(actors.deletedAt)))
      .groupBy(actors.domain),
    db
      .select({ domain: events.domain, total: count() })
      .from(events)
      .where(and(inArray(events.domain, domains), isNull(events.deletedAt)))
      .groupBy(events.domain),
    ofActors()
      .from(follows)
      .innerJoin(actors, eq(actors.id, follows.followedId))
      .where(isOne)
      .groupBy(actors.domain),
    ofActors()
      .from(follows)
      .innerJoin(actors, eq(actors.id, follows.followerId))
      .where(isOne)
      .groupBy(actors.domain),
    db
      .select({ domain: deliveries.domain, total: count() })
      .from(deliveries)
      .where(inArray(deliveries.domain, domains))
      .groupBy(deliveries.domain),
  ]);
  const found = { people, events: announced, followed, following, waiting };
  return (domain) => {
    const of = (rows: { domain: string | null; total: number }[]) =>
      rows.find((row) => row.domain === domain)?.total ?? 0;
    return {
      ...{ people: of(found.people), events: of(found.events), waiting: of(found.waiting) },
      ...{ followed: of(found.followed), following: of(found.following) },
    };
  };
}

const none: ServerCounts = { people: 0, events: 0, followed: 0, following: 0, waiting: 0 };
