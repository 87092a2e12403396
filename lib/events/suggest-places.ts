import { and, asc, desc, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { places } from "@/db/schema/places";
import { listed } from "./cards";
import type { FoundPlace } from "./geocode/found-place";

/** So many are looked at to put those first that an event was at last. */
const LOOKED_AT = 200;

const words = sql`to_tsvector('plain_words',
  ${places.name} || ' ' || ${places.street} || ' ' || ${places.postalCode} || ' ' || ${places.locality})`;

/**
 * Named places in whose name or address all of these words begin something: those that this identity announced events at
 * itself, and those of events that everybody may see with their address. Its own come first, then those used last.
 */
export async function suggestPlaces(
  db: Database,
  typed: string,
  { actorId, limit }: { actorId: string; limit: number },
): Promise<FoundPlace[]> {
  const query = queryOf(typed);
  if (!query) return [];
  const own = sql<boolean>`bool_or(${events.organizerId} = ${actorId})`;
  const named = db
    .select({ id: places.id })
    .from(places)
    .where(and(ne(places.name, ""), sql`${words} @@ to_tsquery('plain_words', ${query})`))
    .limit(LOOKED_AT);
  return db
    .select(columns)
    .from(places)
    .innerJoin(events, eq(events.placeId, places.id))
    .where(and(inArray(places.id, named), or(eq(events.organizerId, actorId), isTold())))
    .groupBy(places.id)
    .orderBy(desc(own), desc(sql`max(${events.createdAt})`), asc(places.name))
    .limit(limit);
}

function isTold(): SQL | undefined {
  return and(listed, eq(events.isAddressHidden, false));
}

/** Every word may be the beginning of one. Null: there is no word in it. */
function queryOf(typed: string): string | null {
  const found = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.length === 0
    ? null
    : found
        .slice(0, 10)
        .map((word) => `'${word}':*`)
        .join(" & ");
}

const columns = {
  name: places.name,
  street: places.street,
  postalCode: places.postalCode,
  locality: places.locality,
  region: places.region,
  country: places.country,
  latitude: places.latitude,
  longitude: places.longitude,
};
