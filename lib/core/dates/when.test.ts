import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateBlockParts } from "./date-block";
import { instantOf } from "./local-time";
import { formatShortWhen, formatTimes, formatWhen } from "./when";

const zone = "Europe/Paris";

function at(local: string): Date {
  const result = instantOf(local, zone);
  if (result.kind !== "ok") throw new Error(local);
  return result.instant;
}

function when(start: string, end: string | null, locale: string) {
  return { startsAt: at(start), endsAt: end === null ? null : at(end), zone, locale };
}

/** Non-breaking spaces are right in French; here they would only be hard to read. */
function spaced(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

describe("formatWhen", () => {
  test.each([
    [
      "2026-11-26T19:00",
      "2026-11-26T22:00",
      "Thursday 26 November 2026, 19:00 – 22:00",
      "jeudi 26 novembre 2026, de 19 h à 22 h",
    ],
    ["2026-11-26T19:30", null, "Thursday 26 November 2026, 19:30", "jeudi 26 novembre 2026 à 19 h 30"],
    [
      "2026-11-26T19:30",
      "2026-11-26T19:30",
      "Thursday 26 November 2026, 19:30",
      "jeudi 26 novembre 2026 à 19 h 30",
    ],
    [
      "2026-08-01T20:00",
      "2026-08-02T00:00",
      "Saturday 1 August 2026, 20:00 – midnight",
      "samedi 1er août 2026, de 20 h à minuit",
    ],
    [
      "2026-12-31T22:00",
      "2027-01-01T04:00",
      "Thursday 31 December 2026, 22:00 – 04:00 the next day",
      "jeudi 31 décembre 2026, de 22 h à 4 h le lendemain",
    ],
    [
      "2026-11-27T18:00",
      "2026-11-29T12:05",
      "Friday 27 November, 18:00 – Sunday 29 November 2026, 12:05",
      "du vendredi 27 novembre à 18 h au dimanche 29 novembre 2026 à 12 h 05",
    ],
    [
      "2026-12-30T18:00",
      "2027-01-02T12:00",
      "Wednesday 30 December 2026, 18:00 – Saturday 2 January 2027, 12:00",
      "du mercredi 30 décembre 2026 à 18 h au samedi 2 janvier 2027 à 12 h",
    ],
    [
      "2026-11-27T10:00",
      "2026-11-28T18:00",
      "Friday 27 November, 10:00 – Saturday 28 November 2026, 18:00",
      "du vendredi 27 novembre à 10 h au samedi 28 novembre 2026 à 18 h",
    ],
  ])("%s to %s", (start, end, english, french) => {
    expect(formatWhen(when(start, end, "en"))).toBe(english);
    expect(spaced(formatWhen(when(start, end, "fr")))).toBe(french);
  });

  test("speaks other languages plainly", () => {
    const german = formatWhen(when("2026-11-26T19:00", "2026-11-26T22:00", "de"));
    expect(german).toBe("Donnerstag, 26. November 2026, 19:00 – 22:00");
  });

  test("never throws, whatever the times", () => {
    const time = fc.date({ min: new Date(0), max: new Date("2200-01-01T00:00Z"), noInvalidDate: true });
    fc.assert(
      fc.property(time, fc.option(time), fc.constantFrom("en", "fr", "ar"), (startsAt, endsAt, locale) => {
        expect(formatWhen({ startsAt, endsAt, zone: "Australia/Lord_Howe", locale })).not.toContain(
          "undefined",
        );
        dateBlockParts({ startsAt, endsAt, zone: "Australia/Lord_Howe", locale });
      }),
    );
  });
});

test("formatShortWhen tells the start, and the year when it is another", () => {
  const event = when("2026-11-26T19:00", null, "en");
  expect(formatShortWhen(event)).toBe("Thu 26 Nov, 19:00");
  expect(formatShortWhen({ ...event, now: at("2026-01-01T12:00") })).toBe("Thu 26 Nov, 19:00");
  expect(formatShortWhen({ ...event, now: at("2025-12-01T12:00") })).toBe("Thu 26 Nov 2026, 19:00");
  expect(spaced(formatShortWhen({ ...event, locale: "fr" }))).toBe("jeu. 26 nov., 19 h");
});

test("formatTimes leaves the date out", () => {
  expect(formatTimes(when("2026-11-26T19:00", "2026-11-26T22:00", "en"))).toBe("19:00 – 22:00");
  expect(spaced(formatTimes(when("2026-11-26T19:00", "2026-11-27T01:30", "fr")))).toBe("19 h – 1 h 30");
  expect(formatTimes(when("2026-11-26T19:00", "2026-11-27T00:00", "en"))).toBe("19:00 – midnight");
  expect(formatTimes(when("2026-11-26T19:00", "2026-11-29T12:00", "en"))).toBe("19:00");
  expect(formatTimes(when("2026-11-26T14:00", null, "en"))).toBe("14:00");
});

describe("dateBlockParts", () => {
  test("gives short texts without full stops", () => {
    expect(dateBlockParts(when("2026-11-26T19:00", "2026-11-27T02:00", "fr"))).toEqual({
      weekday: "jeu",
      day: "26",
      month: "nov",
      year: "2026",
      date: "2026-11-26",
      until: null,
    });
    expect(dateBlockParts(when("2026-12-06T09:00", null, "en"))).toMatchObject({
      weekday: "Sun",
      day: "6",
      month: "Dec",
    });
  });

  test("has a second date for events of several days; midnight belongs to the day before", () => {
    expect(dateBlockParts(when("2026-11-27T18:00", "2026-11-30T00:00", "en")).until).toEqual({
      weekday: "Sun",
      day: "29",
      month: "Nov",
      year: "2026",
      date: "2026-11-29",
    });
  });
});
