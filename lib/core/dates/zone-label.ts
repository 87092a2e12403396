import { offsetAt } from "./zone";
import { zonePlace } from "./zone-names";

/** "Paris time", "heure de Paris": which clock a time is read on. Zones without a place are told by their offset. */
export function zoneLabel(zone: string, locale: string, at: Date): string {
  const hasPlace = zone.includes("/") && !zone.startsWith("Etc/");
  if (!hasPlace) return offsetText(offsetAt(at, zone));
  const place = zonePlace(zone, locale);
  if (locale === "fr") return `heure ${ofPlace(place)}`;
  return locale === "en" ? `${place} time` : place;
}

/** "UTC+2", "UTC−3:30", from seconds. */
export function offsetText(offset: number): string {
  if (offset === 0) return "UTC";
  const minutes = Math.round(Math.abs(offset) / 60);
  const rest = minutes % 60 === 0 ? "" : `:${String(minutes % 60).padStart(2, "0")}`;
  return `UTC${offset < 0 ? "\u2212" : "+"}${Math.floor(minutes / 60)}${rest}`;
}

/** French "de": du Caire, des Açores, d’Athènes, de La Havane, de Paris. */
function ofPlace(place: string): string {
  if (place.startsWith("Le ")) return `du ${place.slice(3)}`;
  if (place.startsWith("Les ")) return `des ${place.slice(4)}`;
  if (place.startsWith("Île ")) return `de l’${place[0]?.toLowerCase()}${place.slice(1)}`;
  return /^[aeiouhéèêîôù]/i.test(place) ? `d’${place}` : `de ${place}`;
}
