import { getTableColumns, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { places } from "@/db/schema/places";

const town = sql`coalesce((select ${places.locality} from ${places} where ${places.id} = ${events.placeId}), '')`;

/**
 * For queries whose rows anybody may read: the columns of an event, with the town alone in place of a hidden address.
 * What one reader may know of it beyond that: `visibleAddress` in lib/participation.
 */
export const columnsForAll = {
  ...getTableColumns(events),
  placeName: sql<string>`case when ${events.isAddressHidden} then ${town} else ${events.placeName} end`,
  placeAddress: sql<string>`case when ${events.isAddressHidden} then '' else ${events.placeAddress} end`,
  latitude: coarse(sql`${events.latitude}`),
  longitude: coarse(sql`${events.longitude}`),
};

/** See `coarseDegrees` in lib/core. */
function coarse(column: ReturnType<typeof sql>) {
  return sql<
    number | null
  >`case when ${events.isAddressHidden} then round(${column}::numeric, 1)::float8 else ${column} end`;
}
