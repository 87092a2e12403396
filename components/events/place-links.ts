import type { Event } from "@/db/schema/events";

type Placed = Pick<Event, "placeName" | "placeAddress" | "latitude" | "longitude">;

const site = "https://www.openstreetmap.org";

/** Addresses of the place on a map, of the way there, and one that map apps open (RFC 5870): by the point, or by words. */
export function placeLinks({ placeName, placeAddress, latitude, longitude }: Placed) {
  const words = encodeURIComponent([placeName, placeAddress].filter(Boolean).join(", "));
  if (latitude === null || longitude === null) {
    // Directions are asked for by the address alone: the name of a house is seldom known there.
    const address = placeAddress ? encodeURIComponent(placeAddress) : words;
    return {
      onMap: `${site}/search?query=${words}`,
      directions: `${site}/directions?to=${address}`,
      app: `geo:0,0?q=${words}`,
    };
  }
  const point = `${latitude},${longitude}`;
  return {
    onMap: `${site}/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`,
    directions: `${site}/directions?to=${encodeURIComponent(point)}`,
    app: `geo:${point}?q=${point}${words && `(${words})`}`,
  };
}
