import * as z from "zod";

/** Degrees as people write and copy them, with a point or a comma; empty: not known. */
function degrees(most: number) {
  return z
    .string()
    .trim()
    .transform((text) => text.replace(",", "."))
    .refine(
      (text) => /^(?:[+-]?\d{1,3}(?:\.\d{1,20})?)?$/.test(text) && Math.abs(Number(text)) <= most,
      "degrees_not_valid",
    )
    .transform((text) => (text === "" ? null : Number(Number(text).toFixed(6))))
    .default(null);
}

/** Where an event is, as it is typed or was found: a part of the event's form. */
export const placeFields = {
  placeName: z.string().trim().max(200, "place_too_long"),
  /** Street and number, or all of the address in one line. */
  placeAddress: z.string().trim().max(500, "place_too_long"),
  postalCode: z.string().trim().max(20, "place_too_long").default(""),
  locality: z.string().trim().max(100, "place_too_long").default(""),
  country: z
    .string()
    .regex(/^(?:[A-Z]{2})?$/, "choose_one")
    .default(""),
  latitude: degrees(90),
  longitude: degrees(180),
};

export type PlaceInput = z.output<z.ZodObject<typeof placeFields>>;
