import { and, gt, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Event, events, eventTags } from "@/db/schema/events";
import type { Unwelcome } from "@/lib/identities/blocks/unwelcome";
import { type EventCard, listed, selectCards, unlimited, welcomeTo } from "./cards";

type Origin = Pick<
  Event,
  "id" | "organizerId" | "category" | "placeId" | "latitude" | "longitude" | "isAddressHidden"
>;

const SHOWN = 3;
/** How many are looked at: of what comes next, with each of the same tags, and of one host or place. */
const NEXT = 16;
const TAGGED = 5;
const OF_ONE = 4;
/** About 25 km, in degrees. */
const NEAR = { latitude: 0.225, longitude: 0.32 };

/**
 * A few events to come that have most in common with this one: tags, who announces it, the category, the place; the
 * sooner one first. Looks at a bounded number, each found by an index, so that it costs the same among a million. A
 * hidden address counts for nothing: what is shown beside it would tell where it is.
 */
export function listRelated(
  db: Database,
  origin: Origin,
  { tags, now, reader }: { tags: string[]; now: Date; reader?: Unwelcome },
): Promise<EventCard[]> {
  const start = gt(events.startsAt, now);
  const common = commonWith(origin, tags);
  const where = and(
    listed,
    unlimited,
    welcomeTo(reader),
    start,
    sql`${events.status} <> 'cancelled' and ${events.id} <> ${origin.id}::uuid`,
    sql`${events.id} in (${candidates(origin, tags, now)})`,
    sql`${common} > 1`,
  );
  return selectCards(db, [where], { order: sql`${common} desc, ${events.startsAt} asc`, size: SHOWN });
}

/** Three points for each tag, two for whatever else is the same. */
function commonWith(origin: Origin, tags: string[]): SQL {
  return sql`(
    3 * (select count(*) from ${eventTags} where ${eventTags.eventId} = ${events.id} and ${hasOneOf(tags)})
    + 2 * (${events.organizerId} = ${origin.organizerId}::uuid)::int
    + 2 * (${events.category} = ${origin.category})::int
    + 2 * ${nearTo(origin)})`;
}

function nearTo({ latitude, longitude, isAddressHidden }: Origin): SQL {
  if (isAddressHidden || latitude === null || longitude === null) return sql`0`;
  return sql`coalesce((not ${events.isAddressHidden}
    and abs(${events.latitude} - ${latitude}::float8) < ${NEAR.latitude}
    and abs(${events.longitude} - ${longitude}::float8) < ${NEAR.longitude})::int, 0)`;
}

function candidates({ organizerId, placeId, isAddressHidden }: Origin, tags: string[], now: Date): SQL {
  const soonest = (where: SQL, limit: number) => sql`(select ${events.id} from ${events}
    where ${where} and ${gt(events.startsAt, now)} order by ${events.startsAt}, ${events.id} limit ${limit})`;
  const atPlace =
    placeId && !isAddressHidden ? [soonest(sql`${events.placeId} = ${placeId}::uuid`, OF_ONE)] : [];
  return sql.join(
    [
      soonest(listed, NEXT),
      soonest(sql`${events.organizerId} = ${organizerId}::uuid`, OF_ONE),
      ...atPlace,
      ...tags.map((tag) => nextTagged(tag, now)),
    ],
    sql` union `,
  );
}

function nextTagged(tag: string, now: Date): SQL {
  return sql`(select ${eventTags.eventId} from ${eventTags}
    where ${eventTags.tag} = ${tag} and ${eventTags.startsAt} > ${now.toISOString()}::timestamptz
    order by ${eventTags.startsAt}, ${eventTags.eventId} limit ${TAGGED})`;
}

function hasOneOf(tags: string[]): SQL {
  return tags.length === 0
    ? sql`false`
    : sql`${eventTags.tag} in (${sql.join(
        tags.map((tag) => sql`${tag}`),
        sql`, `,
      )})`;
}
