import { createHash } from "node:crypto";
import { and, eq, notExists } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { type Place, places } from "@/db/schema/places";
import type { Context } from "@/lib/core/context";
import { countryOf } from "@/lib/core/countries";
import { invalidField } from "@/lib/core/errors";
import { cleanLine } from "@/lib/core/text/clean";
import { randomSlug } from "@/lib/core/text/random-slug";
import type { PlaceInput } from "./place-input";

/**
 * Turns the place that was typed into columns of the event, and remembers it. Refuses with the field error
 * `point_incomplete`. Whoever changes an event calls `forgetPlace` for the old place afterwards.
 */
export async function placeColumns(tx: Context, input: PlaceInput) {
  const { placeName, placeAddress, postalCode, locality, latitude, longitude } = input;
  if (latitude === null && longitude !== null) throw invalidField("latitude", "point_incomplete");
  if (latitude !== null && longitude === null) throw invalidField("longitude", "point_incomplete");
  return {
    placeName: cleanLine(placeName),
    placeAddress: cleanLine(addressLine({ street: placeAddress, postalCode, locality })),
    placeId: await rememberPlace(tx, input),
    latitude,
    longitude,
  };
}

/** Forgets a place that no event is at any more. To be called after the event went, or went elsewhere. */
export async function forgetPlace(tx: Context, placeId: string | null): Promise<void> {
  if (!placeId) return;
  const eventsThere = tx.db.select({ id: events.id }).from(events).where(eq(events.placeId, placeId));
  await tx.db.delete(places).where(and(eq(places.id, placeId), notExists(eventsThere)));
}

/**
 * The stored place if anybody typed the same before, else a new one; null if nothing was typed. In the transaction that
 * saves the event. Whether others may know of it hangs on the event, not on the row.
 */
async function rememberPlace(tx: Context, typed: PlaceInput): Promise<string | null> {
  const place = {
    name: cleanLine(typed.placeName),
    street: cleanLine(typed.placeAddress),
    postalCode: cleanLine(typed.postalCode),
    locality: cleanLine(typed.locality),
    country: countryOf(typed.country),
    latitude: typed.latitude,
    longitude: typed.longitude,
  };
  if (!place.name && !place.street && !place.postalCode && !place.locality) return null;
  const key = keyOf(place);
  await tx.db
    .insert(places)
    .values({ ...place, key, slug: randomSlug(14), createdAt: tx.now })
    .onConflictDoNothing();
  // Held until the event stands: who changes the last other event here must not take the place away meanwhile.
  const [row] = await tx.db
    .select({ id: places.id })
    .from(places)
    .where(eq(places.key, key))
    .for("key share");
  return row!.id;
}

/** The address as one line of text, as lists, calendars and mails show it. */
function addressLine({ street, postalCode, locality }: Pick<Place, "street" | "postalCode" | "locality">) {
  return [street, [postalCode, locality].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

/** To the letter, since whoever opens their form again finds their own spelling; a pin that is a metre away is the same. */
function keyOf({
  latitude,
  longitude,
  ...texts
}: Omit<Place, "id" | "slug" | "region" | "key" | "createdAt">) {
  const { name, street, postalCode, locality, country } = texts;
  const point = [latitude, longitude].map((degrees) => degrees?.toFixed(5) ?? "");
  return createHash("sha256")
    .update(JSON.stringify([name, street, postalCode, locality, country, ...point]))
    .digest("base64url");
}
