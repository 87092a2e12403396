import { countryOf } from "@/lib/core/countries";
import type { PlaceInput } from "@/lib/events/place-input";
import type { Document } from "../activity";
import { documentIn, listOf, typesOf } from "../read";
import { addressIn, plainLineIn, wordIn } from "./read-text";

export type Where = { place: PlaceInput; onlineUrl: string };

const nowhere: PlaceInput = {
  placeName: "",
  placeAddress: "",
  postalCode: "",
  locality: "",
  country: "",
  latitude: null,
  longitude: null,
};

/**
 * Where an event is: the first place and the first address of the web among what is told. Servers write a place, a list
 * of places and virtual ones, a bare text, or put the text into `content`.
 */
export function readWhere({ location }: Document): Where {
  const told = listOf(location, 10);
  const virtual = told.find((one) => isVirtual(one));
  const place = told.find((one) => !isVirtual(one));
  return {
    place: place === undefined ? nowhere : placeOf(place),
    onlineUrl: virtual === undefined ? "" : addressIn(documentIn(virtual) ?? virtual),
  };
}

function isVirtual(one: unknown): boolean {
  const document = documentIn(one);
  return document
    ? typesOf(document).includes("VirtualLocation")
    : /^https?:\/\/\S+$/.test(wordIn(one).trim());
}

function placeOf(told: unknown): PlaceInput {
  const place = documentIn(told);
  if (!place) return { ...nowhere, placeName: plainLineIn(told) };
  const name = plainLineIn(place.name) || plainLineIn(place.content);
  return { ...nowhere, placeName: name, ...addressOf(place.address), ...pointOf(place) };
}

function addressOf(told: unknown): Partial<PlaceInput> {
  const address = documentIn(told);
  if (!address) return { placeAddress: plainLineIn(told, 500) };
  const country = plainLineIn(documentIn(address.addressCountry)?.name ?? address.addressCountry, 60);
  return {
    placeAddress: plainLineIn(address.streetAddress, 500),
    postalCode: plainLineIn(address.postalCode, 20),
    locality: plainLineIn(address.addressLocality, 100),
    country: countryOf(country, country),
  };
}

/** Both degrees or none; 0, 0 is where nobody is, and what forms send that were left empty. */
function pointOf(place: Document): Pick<PlaceInput, "latitude" | "longitude"> {
  const geo = documentIn(place.geo) ?? place;
  const [latitude, longitude] = [degreesIn(geo.latitude, 90), degreesIn(geo.longitude, 180)];
  const isPoint = latitude !== null && longitude !== null && (latitude !== 0 || longitude !== 0);
  return isPoint ? { latitude, longitude } : { latitude: null, longitude: null };
}

function degreesIn(value: unknown, most: number): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number) || Math.abs(number) > most) return null;
  return Number(number.toFixed(6));
}
