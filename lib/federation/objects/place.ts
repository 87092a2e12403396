import type { Event } from "@/db/schema/events";
import type { Place } from "@/db/schema/places";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { eventPath, placePath } from "@/lib/core/paths";
import { type PublicPlace, publicPlaceOf } from "@/lib/feeds/public-place";
import { canSeeOnlineAddress } from "@/lib/participation/online-address";
import type { Document } from "../activity";
import { fraction, known } from "./known";

/**
 * Where an event takes place, as one object, since Mobilizon refuses a list: the physical place if there is one, else the
 * room online; null where nothing is told. Of a hidden address only the town, without a point.
 */
export function locationDocument(event: Event, place: Place | null): Document | null {
  const told = event.status === "moved_online" ? null : publicPlaceOf(event, place);
  if (told) return placeDocument(event, told, place);
  if (!event.onlineUrl && event.status !== "moved_online") return null;
  return {
    type: "VirtualLocation",
    name: translator(asLocale(event.language), "event")("online"),
    url: onlineUrlOf(event) ?? env().ORIGIN + eventPath(event.slug),
  };
}

/** The address of the meeting online, if everybody may know it. */
export function onlineUrlOf(event: Pick<Event, "joinMode" | "onlineUrl">): string | null {
  return event.onlineUrl && canSeeOnlineAddress(event, null) ? event.onlineUrl : null;
}

function placeDocument(event: Event, told: PublicPlace, place: Place | null): Document {
  const isKnown = told.latitude !== null && told.longitude !== null;
  return known({
    type: "Place",
    id: place && !event.isAddressHidden ? env().ORIGIN + placePath(place.slug) : null,
    name: told.name || told.address,
    address: postalAddress(told, event.language),
    latitude: isKnown ? fraction(told.latitude!) : null,
    longitude: isKnown ? fraction(told.longitude!) : null,
  });
}

function postalAddress({ name, address, parts }: PublicPlace, language: string): Document {
  if (!parts?.locality) return { type: "PostalAddress", streetAddress: address || name };
  return known({
    type: "PostalAddress",
    streetAddress: parts.street,
    postalCode: parts.postalCode,
    addressLocality: parts.locality,
    addressRegion: parts.region,
    addressCountry: countryName(parts.country, language),
  });
}

/** As people read it: other servers show it as it is. */
function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(asLocale(language), { type: "region" }).of(code) ?? code;
}
