import * as z from "zod";
import { countryOf } from "@/lib/core/countries";
import { type FoundPlace, foreignPoint, foreignText, streetLine } from "./found-place";
import type { Geocoder } from "./geocoder";

const parts = z.object({
  name: foreignText,
  type: foreignText,
  housenumber: foreignText,
  street: foreignText,
  postcode: foreignText,
  city: foreignText,
  state: foreignText,
  country: foreignText,
  country_code: foreignText,
});

/** Nominatim's search in the format GeocodeJSON, whose parts of an address have the same names in every country. */
export const nominatim: Geocoder = {
  usual: "https://nominatim.openstreetmap.org",
  // https://operations.osmfoundation.org/policies/nominatim/
  isAskedInTurn: true,
  address(base, { query, locale, limit }) {
    return `${base}/search?${new URLSearchParams({
      q: query,
      format: "geocodejson",
      addressdetails: "1",
      limit: String(limit),
      "accept-language": locale,
    })}`;
  },
  feature: z
    .object({ geometry: foreignPoint, properties: z.object({ geocoding: parts }) })
    .transform(({ geometry, properties: { geocoding } }) => placeOf(geometry.coordinates, geocoding)),
};

function placeOf(
  [longitude, latitude]: [number, number, ...unknown[]],
  found: z.output<typeof parts>,
): FoundPlace {
  // A town is found under its own name, which says its "city" only if it is a part of one; a street likewise.
  const isTown = ["city", "town", "village", "locality", "district"].includes(found.type) && !found.street;
  const road = found.street || (found.type === "street" ? found.name : "");
  const country = countryOf(found.country_code, found.country);
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
