import type { FoundPlace } from "@/lib/events/geocode/found-place";

/** A found place in two lines: what it is called, and where that is. */
export function placeWords(place: FoundPlace, locale: string): { title: string; detail: string } {
  const { name, street, postalCode, locality, region } = place;
  const town = [postalCode, locality].filter(Boolean).join(" ");
  const parts = [
    name,
    street,
    town,
    locality && region !== locality ? region : "",
    countryName(place, locale),
  ];
  const [title = "", ...rest] = parts.filter(Boolean);
  return { title, detail: rest.join(", ") };
}

function countryName({ country }: FoundPlace, locale: string): string {
  if (!country) return "";
  return new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country;
}
