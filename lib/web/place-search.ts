import * as z from "zod";
import type { Context } from "@/lib/core/context";
import { AppError, invalidField } from "@/lib/core/errors";
import { asLocale, type Locale } from "@/lib/core/locale";
import type { PlaceSearchInput } from "@/lib/events/form-input";
import { findPlaces, geocoderInUse, MOST_FOUND } from "@/lib/events/geocode/find-places";
import type { FoundPlace } from "@/lib/events/geocode/found-place";
import { suggestPlaces } from "@/lib/events/suggest-places";
import type { FormValues } from "./form-state";
import { countAttempt, type Limit } from "./rate-limit";

/** For looking for places, while typing too: per identity. */
const looking: Limit = { name: "look for places", max: 120, minutes: 1 };
/** For what the geocoder is asked. */
const asking: Limit = { name: "ask the geocoder", max: 60, minutes: 5 };

const fewestLetters = 3;

type Wish = { locale: Locale; isTyping?: boolean };

/**
 * Places for what somebody typed: remembered ones first, then what the geocoder finds, which is asked while typing only
 * if it is made for that. `isWhole` is false when it could not be asked. Refuses with `sign_in_first` and
 * `too_many_attempts`.
 */
export async function lookForPlaces(
  ctx: Context,
  query: string,
  { locale, isTyping = false }: Wish,
): Promise<{ places: FoundPlace[]; isWhole: boolean }> {
  if (ctx.actor.kind !== "identity") throw new AppError("unauthenticated", "sign_in_first");
  const { actorId } = ctx.actor;
  await countAttempt(ctx, looking, actorId);
  const limit = isTyping ? MOST_FOUND / 2 : MOST_FOUND;
  const known = await suggestPlaces(ctx.db, query, { actorId, limit });
  const geocoder = geocoderInUse();
  if (!geocoder || query.trim().length < fewestLetters || (isTyping && !geocoder.mayAskWhileTyping))
    return { places: known, isWhole: true };
  await countAttempt(ctx, asking, actorId);
  const found = await findPlaces(query, locale);
  return { places: [...known, ...(found ?? [])].slice(0, MOST_FOUND), isWhole: found !== null };
}

/** The event's form without scripts: the same form with places to choose from, or with the chosen one filled in. */
export async function answerPlaceSearch(
  ctx: Context,
  { intent, placeQuery, placeLocale, foundPlace }: PlaceSearchInput,
  typed: FormValues,
): Promise<{ answer: FormValues; typed: FormValues }> {
  if (intent === "take") {
    const place = placeIn(foundPlace);
    return { answer: { placeSearch: "taken" }, typed: { ...typed, ...fieldsOf(place), placeQuery: "" } };
  }
  const { places, isWhole } = await lookForPlaces(ctx, placeQuery, { locale: asLocale(placeLocale) });
  const foundPlaces = places.map((place) => JSON.stringify(place));
  const [likeliest] = foundPlaces;
  if (likeliest === undefined) return { answer: { placeSearch: isWhole ? "nothing" : "failed" }, typed };
  return { answer: { placeSearch: "found", foundPlaces }, typed: { ...typed, foundPlace: likeliest } };
}

const text = z.string().max(500);
const degrees = z.number().min(-180).max(180).nullable();
const chosenPlace = z.object({
  name: text,
  street: text,
  postalCode: text,
  locality: text,
  region: text,
  country: text,
  latitude: degrees,
  longitude: degrees,
});

function placeIn(json: string): FoundPlace {
  try {
    return chosenPlace.parse(JSON.parse(json));
  } catch {
    throw invalidField("foundPlace", "choose_one");
  }
}

/** An address without a name leaves the name that was typed. */
function fieldsOf({
  name,
  street,
  postalCode,
  locality,
  country,
  latitude,
  longitude,
}: FoundPlace): FormValues {
  return {
    ...(name && { placeName: name }),
    placeAddress: street,
    postalCode,
    locality,
    country,
    latitude: String(latitude ?? ""),
    longitude: String(longitude ?? ""),
  };
}
