import { describe, expect, test } from "vitest";
import { isoInZone, isZone, offsetAt, sameClock } from "./zone";
import { zoneLabel } from "./zone-label";
import { listZones } from "./zone-list";

const winter = new Date("2026-01-15T12:00Z");
const summer = new Date("2026-07-15T12:00Z");

describe("isZone", () => {
  test.each([
    "UTC",
    "Europe/Paris",
    "Asia/Kathmandu",
    "Asia/Katmandu",
    "America/Argentina/Buenos_Aires",
    "America/Port-au-Prince",
    "Etc/GMT+5",
    "EST5EDT",
  ])("knows %s", (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  test.each([
    "",
    "+02:00",
    "Europe/Rennes",
    "europe/paris",
    "Paris",
    "../etc",
    "A".repeat(80),
    "Europe/Paris\r\nX:1",
  ])("does not know %j", (zone) => {
    expect(isZone(zone)).toBe(false);
  });
});

test("offsetAt follows daylight saving time, half hours and odd seconds", () => {
  expect(offsetAt(winter, "Europe/Paris")).toBe(3600);
  expect(offsetAt(summer, "Europe/Paris")).toBe(7200);
  expect(offsetAt(winter, "Asia/Kathmandu")).toBe(20_700);
  expect(offsetAt(new Date("1971-06-01T00:00Z"), "Africa/Monrovia")).toBe(-2670);
  expect(offsetAt(new Date("2026-07-15T12:00:00.999Z"), "Europe/Paris")).toBe(7200);
});

test("isoInZone writes the zone's offset", () => {
  expect(isoInZone(summer, "Europe/Paris")).toBe("2026-07-15T14:00:00+02:00");
  expect(isoInZone(winter, "America/St_Johns")).toBe("2026-01-15T08:30:00-03:30");
  expect(isoInZone(new Date("1971-06-01T00:00Z"), "Africa/Monrovia")).toBe("1971-06-01T00:00:00Z");
});

test("sameClock compares what clocks show at that moment", () => {
  expect(sameClock("Europe/Paris", "Europe/Berlin", winter)).toBe(true);
  expect(sameClock("Europe/London", "UTC", winter)).toBe(true);
  expect(sameClock("Europe/London", "UTC", summer)).toBe(false);
});

test.each([
  ["Europe/Paris", "Paris time", "heure de Paris"],
  ["Europe/Athens", "Athens time", "heure d’Athènes"],
  ["Africa/Cairo", "Cairo time", "heure du Caire"],
  ["America/Havana", "Havana time", "heure de La Havane"],
  ["Atlantic/Azores", "Azores time", "heure des Açores"],
  ["America/New_York", "New York time", "heure de New York"],
  ["Europe/Isle_of_Man", "Isle of Man time", "heure de l’île de Man"],
  ["UTC", "UTC", "UTC"],
  ["Etc/GMT+5", "UTC\u22125", "UTC\u22125"],
])("zoneLabel names %s", (zone, english, french) => {
  expect(zoneLabel(zone, "en", winter)).toBe(english);
  expect(zoneLabel(zone, "fr", winter)).toBe(french);
});

describe("listZones", () => {
  test("groups every zone by region, in the reader's words and order", () => {
    const groups = listZones("fr");
    expect(groups.map((group) => group.region)).toEqual([
      "Afrique",
      "Amériques",
      "Antarctique",
      "Arctique",
      "Asie",
      "Australie",
      "Europe",
      "Océan Atlantique",
      "Océan Indien",
      "Océan Pacifique",
      "UTC",
    ]);
    const europe = groups.find((group) => group.region === "Europe")?.zones ?? [];
    expect(europe.slice(0, 4).map((zone) => zone.name)).toEqual([
      "Amsterdam",
      "Andorra",
      "Astrakhan",
      "Athènes",
    ]);
    expect(europe).toContainEqual({ id: "Europe/Kyiv", name: "Kyïv" });
  });

  test("offers only zones that are valid, each once, under their present names", () => {
    const ids = listZones("en").flatMap((group) => group.zones.map((zone) => zone.id));
    expect(ids.length).toBeGreaterThan(400);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(isZone)).toBe(true);
    expect(ids).toEqual(expect.arrayContaining(["Asia/Kathmandu", "Asia/Kolkata", "Europe/Paris", "UTC"]));
    expect(ids).not.toContain("Asia/Calcutta");
  });
});
