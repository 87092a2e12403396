import type { Event } from "@/db/schema/events";
import { mapSource } from "@/lib/web/map-source";
import { MapBox } from "./map-box";

/** The offer of a map below the facts, where there are maps, the point is known, and the reader may know it. */
export function EventMap({ event, showAddress }: { event: Event; showAddress: boolean }) {
  const map = mapSource();
  const { latitude, longitude, placeName, placeAddress } = event;
  if (!map || !showAddress || latitude === null || longitude === null) return null;
  return (
    <div className="mt-5">
      <MapBox map={map} point={{ latitude, longitude }} title={placeName || placeAddress || event.title} />
    </div>
  );
}
