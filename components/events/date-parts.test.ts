import { describe, expect, test } from "vitest";
import { dateParts } from "./date-parts";

const paris = { timeZone: "Europe/Paris", locale: "en-GB" };

describe("dateParts", () => {
  test("says the day of the event's zone, not of the server's", () => {
    const start = new Date("2026-11-26T23:30Z");

    expect(dateParts({ start, ...paris })).toMatchObject({
      weekday: "Fri",
      day: "27",
      dateTime: "2026-11-27",
    });
    expect(dateParts({ start, ...paris, timeZone: "America/Montreal" })).toMatchObject({
      weekday: "Thu",
      day: "26",
    });
  });

  test("keeps a night on the day on which it began", () => {
    const parts = dateParts({
      start: new Date("2026-11-28T20:00Z"),
      end: new Date("2026-11-29T03:00Z"),
      ...paris,
    });

    expect(parts).toMatchObject({ day: "28", isRange: false });
  });

  test("spans days and months", () => {
    const camp = dateParts({
      start: new Date("2026-11-27T17:00Z"),
      end: new Date("2026-11-29T15:00Z"),
      ...paris,
    });
    const tour = dateParts({
      start: new Date("2026-11-30T17:00Z"),
      end: new Date("2026-12-02T15:00Z"),
      ...paris,
    });

    expect(camp).toMatchObject({ weekday: "Fri–Sun", day: "27–29", month: "Nov", isRange: true });
    expect(tour).toMatchObject({ weekday: "Mon–Wed", day: "30–2", month: "Nov–Dec" });
  });

  test("takes midnight for the end of a day", () => {
    const parts = dateParts({
      start: new Date("2026-11-26T23:00Z"),
      end: new Date("2026-11-28T23:00Z"),
      ...paris,
    });

    expect(parts.day).toBe("27–28");
  });

  test("leaves out the dots of French abbreviations", () => {
    expect(dateParts({ start: new Date("2026-11-26T18:00Z"), ...paris, locale: "fr" })).toMatchObject({
      weekday: "jeu",
      month: "nov",
    });
  });
});
