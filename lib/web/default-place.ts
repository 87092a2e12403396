import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { authorize, invalidField } from "@/lib/core/errors";
import { findPlaces } from "@/lib/events/geocode/find-places";
import { findPlaceNamed } from "@/lib/events/search/place";
import type { defaultPlaceInput } from "@/lib/instance/defaults/input";
import { setDefaultPlace } from "@/lib/instance/defaults/set-defaults";
import { canAdminister } from "@/lib/instance/policy";
import { readInstance } from "@/lib/instance/settings";

/** Keeps zone and place of the server; the place is looked up where it is new. Refuses with `place_not_found`. */
export async function saveDefaultPlace(
  ctx: Context,
  { defaultZone: zone, placeName: name, placeKm: km }: z.output<typeof defaultPlaceInput>,
  locale: string,
): Promise<void> {
  authorize(canAdminister(ctx.actor));
  if (!name) return setDefaultPlace(ctx, { zone, place: null });
  const { defaultPlace: known } = await readInstance(ctx.db);
  const point = known?.name === name ? known : await pointOf(ctx, name, locale);
  if (!point) throw invalidField("placeName", "place_not_found");
  const { latitude, longitude } = point;
  await setDefaultPlace(ctx, { zone, place: { name, latitude, longitude, km } });
}

/** As events here tell, or else the geocoder. */
async function pointOf({ db }: Context, name: string, locale: string) {
  const known = await findPlaceNamed(db, name);
  if (known) return known;
  for (const { latitude, longitude } of (await findPlaces(name, locale)) ?? [])
    if (latitude !== null && longitude !== null) return { latitude, longitude };
  return null;
}
