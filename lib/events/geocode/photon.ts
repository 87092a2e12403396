import * as z from "zod";
import { countryOf } from "@/lib/core/countries";
import { type FoundPlace, foreignPoint, foreignText, streetLine } from "./found-place";
import type { Geocoder } from "./geocoder";

const properties = z.object({
  name: foreignText,
  type: foreignText,
  osm_key: foreignText,
  osm_value: foreignText,
  housenumber: foreignText,
  street: foreignText,
  postcode: foreignText,
  city: foreignText,
  state: foreignText,
  country: foreignText,
  countrycode: foreignText,
});

/** Photon's search: made for looking up while somebody types. */
export const photon: Geocoder = {
  usual: "https://photon.komoot.io",
  mayAskWhileTyping: true,
  address(base, { query, locale, limit }) {
    return `${base}/api?${new URLSearchParams({ q: query, limit: String(limit), lang: locale })}`;
  },
  feature: z
    .object({ geometry: foreignPoint, properties })
    .transform(({ geometry, properties: found }) => placeOf(geometry.coordinates, found)),
};

function placeOf(
  [longitude, latitude]: [number, number, ...unknown[]],
  found: z.output<typeof properties>,
): FoundPlace {
  const isTown = found.osm_key === "place" && !found.housenumber && found.osm_value !== "house";
  const road = found.street || (found.osm_key === "highway" ? found.name : "");
  const country = countryOf(found.countrycode, found.country);
  return {
    name: isTown || found.name === road ? "" : found.name,
    street: streetLine(found.housenumber, road, country),
    postalCode: found.postcode,
    locality: found.city || (isTown ? found.name : ""),
    region: found.state,
    country,
    latitude,
    longitude,
  };
}
