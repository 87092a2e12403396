import * as z from "zod";
import { isZone } from "@/lib/core/dates/zone";
import { isTileAddress } from "@/lib/core/setting-kinds";

export const eventMakers = ["everybody", "established", "staff"] as const;
export const mapModes = ["environment", "own", "none"] as const;
export const geocoders = ["environment", "none", "nominatim", "photon", "addok"] as const;

/**
 * Least, most and usual days after which something is forgotten: what other servers sent and nobody here understood; that
 * there was a mail; a session that nobody used; a copy of somebody's data; and, at the latest, who took part in an event.
 */
export const retentionBounds = {
  keepUnreadDays: [2, 90, 7],
  keepMailDays: [14, 365, 90],
  keepSessionDays: [1, 365, 60],
  keepExportDays: [1, 30, 2],
  keepAnswersDays: [1, 730, 730],
} as const satisfies Record<string, readonly [least: number, most: number, usual: number]>;

export type Retention = keyof typeof retentionBounds;

function wholeNumber([least, most]: readonly [number, number, ...unknown[]], refusal: string) {
  return z.coerce.number(refusal).int(refusal).min(least, refusal).max(most, refusal);
}

export const eventRulesInput = z.object({
  eventMakers: z.enum(eventMakers, "choose_one"),
  eventMakersDays: wholeNumber([1, 365], "days_not_valid"),
  pictureMegabytes: wholeNumber([1, 10], "megabytes_not_valid"),
});

export const defaultPlaceInput = z.object({
  /** Empty: that of most events. */
  defaultZone: z
    .string()
    .trim()
    .refine((zone) => zone === "" || isZone(zone), "zone_not_valid")
    .transform((zone) => zone || null),
  placeName: z.string().trim().max(200, "place_not_found"),
  placeKm: wholeNumber([5, 200], "radius_not_valid"),
});

export const retentionInput = z.object({
  keepUnreadDays: wholeNumber(retentionBounds.keepUnreadDays, "days_not_valid"),
  keepMailDays: wholeNumber(retentionBounds.keepMailDays, "days_not_valid"),
  keepSessionDays: wholeNumber(retentionBounds.keepSessionDays, "days_not_valid"),
  keepExportDays: wholeNumber(retentionBounds.keepExportDays, "days_not_valid"),
  keepAnswersDays: wholeNumber(retentionBounds.keepAnswersDays, "days_not_valid"),
} satisfies Record<Retention, z.ZodType>);

const webAddress = z
  .string()
  .trim()
  .max(500, "url_not_valid")
  .refine((text) => text === "" || isHttp(text), "url_not_valid");

export const sourcesInput = z
  .object({
    maps: z.enum(mapModes, "choose_one"),
    mapTiles: z
      .string()
      .trim()
      .max(500, "tiles_not_valid")
      .refine((text) => text === "" || isTileAddress(text), "tiles_not_valid"),
    mapAttribution: z.string().trim().max(200, "attribution_too_long"),
    geocoder: z.enum(geocoders, "choose_one"),
    geocoderUrl: webAddress,
  })
  .refine(({ maps, mapTiles }) => maps !== "own" || mapTiles !== "", {
    path: ["mapTiles"],
    message: "tiles_not_valid",
  });

function isHttp(text: string): boolean {
  return ["http:", "https:"].includes(URL.parse(text)?.protocol ?? "");
}
