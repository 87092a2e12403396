import { geocoderInUse } from "@/lib/events/geocode/find-places";
import { type MapSource, mapSource } from "./map-source";

/** Who helps to say where an event is; null for what the administrator did not set. */
export function placeSources(): { geocoder: { host: string } | null; map: MapSource | null } {
  return { geocoder: geocoderInUse(), map: mapSource() };
}
