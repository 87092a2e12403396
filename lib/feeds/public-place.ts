import type { Event } from "@/db/schema/events";
import type { Place } from "@/db/schema/places";

/** Where it is, as far as everybody may know. Fields are empty where nothing is known. */
export type PublicPlace = {
  name: string;
  /** In one line, as the organiser wrote it. */
  address: string;
  parts: Pick<Place, "street" | "postalCode" | "locality" | "region" | "country"> | null;
  latitude: number | null;
  longitude: number | null;
};

/** The place as search engines are told it: of a hidden address only the town. Null where there is none. */
export function publicPlaceOf(
  event: Pick<Event, "placeName" | "placeAddress" | "latitude" | "longitude" | "isAddressHidden">,
  place: Place | null,
): PublicPlace | null {
  if (event.isAddressHidden) return place?.locality ? townOf(place) : null;
  const { placeName: name, placeAddress: address, latitude, longitude } = event;
  return name || address ? { name, address, parts: place, latitude, longitude } : null;
}

function townOf({ locality, region, country }: Place): PublicPlace {
  const parts = { street: "", postalCode: "", locality, region, country };
  return { name: locality, address: locality, parts, latitude: null, longitude: null };
}
