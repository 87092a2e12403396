import * as z from "zod";

/** Somewhere that a geocoder found, or that was remembered, as the form holds it. Degrees are WGS 84. */
export type FoundPlace = {
  name: string;
  street: string;
  postalCode: string;
  locality: string;
  region: string;
  /** ISO 3166-1, two letters; empty: not told. */
  country: string;
  latitude: number | null;
  longitude: number | null;
};

/** What a foreign server says: text of any length, numbers, or nothing. */
export const foreignText = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => String(value ?? ""));

/** A GeoJSON point (RFC 7946): longitude first. */
export const foreignPoint = z.object({
  coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.unknown()),
});

/** Where the number of a house is written before the street; elsewhere it follows. */
const numberFirst = "AU CA FR GB GF GG GP IE IM IN JE LU MA MC MQ NC NZ PF PH PM RE SG SN TN US YT ZA".split(
  " ",
);

/** Street and number, as people write them in that country. */
export function streetLine(number: string, road: string, country: string): string {
  if (!number || !road) return road;
  return numberFirst.includes(country) ? `${number} ${road}` : `${road} ${number}`;
}
