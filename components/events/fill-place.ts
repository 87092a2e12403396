import type { FoundPlace } from "@/lib/events/geocode/found-place";

/** Writes a found place into the fields of the form. An address without a name leaves the name that was typed. */
export function fillPlace(form: HTMLFormElement, place: FoundPlace): void {
  const { name, street, postalCode, locality, country } = place;
  const point = { latitude: String(place.latitude ?? ""), longitude: String(place.longitude ?? "") };
  const values = {
    ...(name && { placeName: name }),
    placeAddress: street,
    postalCode,
    locality,
    country,
    ...point,
  };
  for (const [field, value] of Object.entries(values)) fill(form.elements.namedItem(field), value);
}

/** Told to whoever listens, as if it had been typed: checks, what is kept meanwhile, the pin on the map. */
function fill(field: Element | RadioNodeList | null, value: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
