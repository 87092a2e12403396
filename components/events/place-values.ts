import type { Event } from "@/db/schema/events";
import type { Place } from "@/db/schema/places";

type Placed = Pick<Event, "placeName" | "placeAddress" | "latitude" | "longitude">;

/** What the fields about the place hold: its parts where they are known, else the address in one line. */
export function placeValuesOf(event: Placed | null, place: Place | null = null) {
  return {
    placeName: place?.name ?? event?.placeName ?? "",
    placeAddress: place?.street ?? event?.placeAddress ?? "",
    postalCode: place?.postalCode ?? "",
    locality: place?.locality ?? "",
    country: place?.country ?? "",
    latitude: degrees(event?.latitude),
    longitude: degrees(event?.longitude),
  };
}

function degrees(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
