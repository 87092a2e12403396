import * as z from "zod";
import { safeFetch } from "@/lib/core/net/safe-fetch";
import { sourcesInUse } from "@/lib/core/sources-in-use";
import { cleanLine } from "@/lib/core/text/clean";
import { addok } from "./addok";
import { keepAnswer, keptAnswer } from "./answers";
import type { FoundPlace } from "./found-place";
import type { Geocoder } from "./geocoder";
import { nominatim } from "./nominatim";
import { photon } from "./photon";
import { takeTurn } from "./turn";

/** As many as anybody reads. */
export const MOST_FOUND = 8;

const geocoders = { nominatim, photon, addok };
const maxBytes = 512 * 1024;
const deadlines = { connect: 3_000, headers: 3_000, idle: 3_000, total: 3_000 };

/** Who is asked where an address is; null where the administrator chose nobody. */
export function geocoderInUse(): { host: string; mayAskWhileTyping: boolean } | null {
  const chosen = chosenGeocoder();
  if (!chosen) return null;
  return { host: new URL(chosen.base).host, mayAskWhileTyping: chosen.geocoder.mayAskWhileTyping ?? false };
}

/**
 * Where an address, a town or a place is, as the geocoder of this server says, likeliest first. It learns what is looked
 * for, and not by whom. Answers are kept for a day. Null: it could not be asked, and another time it may work.
 * Empty also where the administrator chose nobody to ask.
 */
export async function findPlaces(typed: string, locale: string): Promise<FoundPlace[] | null> {
  const chosen = chosenGeocoder();
  const query = cleanLine(typed).slice(0, 200);
  if (!chosen || query === "") return [];
  const address = chosen.geocoder.address(chosen.base, { query, locale, limit: MOST_FOUND });
  const kept = keptAnswer(address);
  if (kept) return kept;
  if (chosen.geocoder.isAskedInTurn) {
    if (!(await takeTurn())) return null;
    // Somebody before may have asked the same.
    const answered = keptAnswer(address);
    if (answered) return answered;
  }
  const found = await ask(chosen.geocoder, address);
  if (found) keepAnswer(address, found);
  return found;
}

function chosenGeocoder(): { geocoder: Geocoder; base: string } | null {
  const { geocoder: name, geocoderUrl } = sourcesInUse();
  if (name === "none") return null;
  const geocoder = geocoders[name];
  return { geocoder, base: (geocoderUrl ?? geocoder.usual).replace(/\/+$/, "") };
}

async function ask({ feature }: Geocoder, address: string): Promise<FoundPlace[] | null> {
  const types = ["application/json", "application/geo+json", "text/json"];
  const answer = await safeFetch(address, { types, maxBytes, deadlines });
  if ("refusal" in answer || answer.status > 299) return null;
  const document = z.object({ features: z.array(z.unknown()).max(1000) }).safeParse(jsonOf(answer.body));
  if (!document.success) return null;
  const found = document.data.features.flatMap((one) => {
    const place = feature.safeParse(one);
    return place.success ? [bounded(place.data)] : [];
  });
  return withoutRepetition(found.filter(isSomewhere)).slice(0, MOST_FOUND);
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

/** As much of it as the form takes. */
function bounded(place: FoundPlace): FoundPlace {
  const text = (value: string, length: number) => cleanLine(value).slice(0, length).trim();
  return {
    ...place,
    name: text(place.name, 200),
    street: text(place.street, 200),
    postalCode: text(place.postalCode, 20),
    locality: text(place.locality, 100),
    region: text(place.region, 100),
  };
}

function isSomewhere({ name, street, locality }: FoundPlace): boolean {
  return name !== "" || street !== "" || locality !== "";
}

/** A street comes once for each of its pieces. */
function withoutRepetition(places: FoundPlace[]): FoundPlace[] {
  const words = ({ latitude: _, longitude: __, ...text }: FoundPlace) => JSON.stringify(text);
  return [...new Map(places.toReversed().map((place) => [words(place), place])).values()].toReversed();
}
