import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import type { Place } from "@/db/schema/places";
import { coarseDegrees } from "@/lib/core/coarse";

type Addressed = Pick<
  Event,
  "isAddressHidden" | "placeId" | "placeName" | "placeAddress" | "latitude" | "longitude"
>;

/** A reader of an event: whether they host it, and where all their own identities stand. Null: nobody. */
export type AddressReader = { isOrganizer: boolean; statuses: Participation["status"][] } | null;

/** Whether a hidden address is for this reader: those who host the event, and those who are in. */
export function canSeeAddress(event: Pick<Event, "isAddressHidden">, reader: AddressReader): boolean {
  if (!event.isAddressHidden) return true;
  return reader !== null && (reader.isOrganizer || reader.statuses.includes("approved"));
}

/**
 * The columns of the event that tell where it is, as far as this reader may know: put over the event before anything
 * is made of it. Of a hidden address the town is left, and the point to a tenth of a degree.
 */
export function visibleAddress(
  event: Addressed & { place: Pick<Place, "locality"> | null },
  reader: AddressReader,
): Omit<Addressed, "isAddressHidden"> {
  const { placeId, placeName, placeAddress, latitude, longitude, place } = event;
  if (canSeeAddress(event, reader)) return { placeId, placeName, placeAddress, latitude, longitude };
  return {
    placeId: null,
    placeName: place?.locality ?? "",
    placeAddress: "",
    latitude: latitude === null ? null : coarseDegrees(latitude),
    longitude: longitude === null ? null : coarseDegrees(longitude),
  };
}
