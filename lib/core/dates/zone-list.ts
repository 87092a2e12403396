import { isZone } from "./zone";
import { zonePlace } from "./zone-names";

/** One group of a zone select: a part of the world and its zones, both in the reader's words and order. */
export type ZoneGroup = { region: string; zones: { id: string; name: string }[] };

const lists = new Map<string, ZoneGroup[]>();

/** Every zone for a select. A stored zone may be missing (Asia/Calcutta is listed as Asia/Kolkata): add it then. */
export function listZones(locale: string): ZoneGroup[] {
  const known = lists.get(locale);
  if (known) return known;
  const order = new Intl.Collator(locale);
  const groups = new Map<string, ZoneGroup>();
  for (const id of zoneIds()) {
    const area = id.split("/")[0] ?? id;
    const group = groups.get(area) ?? { region: regionName(area, locale), zones: [] };
    group.zones.push({ id, name: zonePlace(id, locale) });
    groups.set(area, group);
  }
  const list = [...groups.values()].sort((a, b) => order.compare(a.region, b.region));
  for (const { zones } of list) zones.sort((a, b) => order.compare(a.name, b.name));
  list.push({ region: "UTC", zones: [{ id: "UTC", name: "UTC" }] });
  lists.set(locale, list);
  return list;
}

function zoneIds(): string[] {
  const ids = Intl.supportedValuesOf("timeZone").filter((id) => id.includes("/") && !id.startsWith("Etc/"));
  return [...new Set(ids.map((id) => renamed[id] ?? id))].filter(isZone);
}

function regionName(area: string, locale: string): string {
  return (locale === "fr" ? frenchRegions[area] : englishRegions[area]) ?? area;
}

const englishRegions: Record<string, string> = {
  America: "Americas",
  Atlantic: "Atlantic Ocean",
  Indian: "Indian Ocean",
  Pacific: "Pacific Ocean",
};

const frenchRegions: Record<string, string> = {
  Africa: "Afrique",
  America: "Amériques",
  Antarctica: "Antarctique",
  Arctic: "Arctique",
  Asia: "Asie",
  Atlantic: "Océan Atlantique",
  Australia: "Australie",
  Indian: "Océan Indien",
  Pacific: "Océan Pacifique",
};

/** Intl lists zones under the first name they ever had (CLDR keeps its ids); the tz database renamed these. */
const renamed: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};
