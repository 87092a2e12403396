import * as z from "zod";
import { foreignPoint, foreignText } from "./found-place";
import type { Geocoder } from "./geocoder";

const properties = z.object({
  type: foreignText,
  name: foreignText,
  postcode: foreignText,
  city: foreignText,
  context: foreignText,
});

/** Addok, which knows the addresses of one country and does not say which: in France those of the national base. */
export const addok: Geocoder = {
  usual: "https://data.geopf.fr/geocodage",
  mayAskWhileTyping: true,
  address(base, { query, limit }) {
    return `${base}/search?${new URLSearchParams({ q: query, limit: String(limit) })}`;
  },
  feature: z
    .object({ geometry: foreignPoint, properties })
    .transform(({ geometry: { coordinates }, properties: found }) => ({
      name: "",
      // "12 Rue des Tanneurs", number and all; of a town it is the town's name.
      street: found.type === "municipality" ? "" : found.name,
      postalCode: found.postcode,
      locality: found.city,
      // "35, Ille-et-Vilaine, Bretagne"
      region: found.context.split(", ").at(-1) ?? "",
      country: "",
      latitude: coordinates[1],
      longitude: coordinates[0],
    })),
};
