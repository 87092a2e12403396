import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localOf } from "@/lib/core/dates/local-time";
import { addDays, addMonths, listDays, spanOfDays, spanOfPeriod, weekOf, weeksOfMonth } from "./when";

const zones = [
  "Europe/Paris",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Asia/Beirut",
  "America/Havana",
  "Pacific/Apia",
  "UTC",
];

const days = fc
  .date({ min: new Date("1980-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const zone = fc.constantFrom(...zones);

function read(period: Parameters<typeof spanOfPeriod>[0]["period"], now: string, at = "Europe/Paris") {
  const { from, to } = spanOfPeriod({ period, from: "", to: "" }, new Date(now), at);
  return [from && localOf(from, at), to && localOf(to, at)];
}

describe("spanOfPeriod", () => {
  // A Sunday, late enough to be Monday further east.
  const sunday = "2026-12-27T22:30:00Z";
  test.each([
    ["today", "2026-12-27T00:00", "2026-12-28T00:00"],
    ["tomorrow", "2026-12-28T00:00", "2026-12-29T00:00"],
    ["weekend", "2026-12-26T00:00", "2026-12-28T00:00"],
    ["week", "2026-12-21T00:00", "2026-12-28T00:00"],
    ["next-week", "2026-12-28T00:00", "2027-01-04T00:00"],
    ["month", "2026-12-01T00:00", "2027-01-01T00:00"],
    ["next-month", "2027-01-01T00:00", "2027-02-01T00:00"],
  ] as const)("knows what %s is on a Sunday at the end of the year", (period, from, to) => {
    expect(read(period, sunday)).toEqual([from, to]);
  });

  test("follows the reader's clocks", () => {
    expect(read("today", sunday, "Asia/Kathmandu")).toEqual(["2026-12-28T00:00", "2026-12-29T00:00"]);
    expect(read("week", sunday, "Asia/Kathmandu")[0]).toBe("2026-12-28T00:00");
  });

  test("takes a range for more than a period, open at either end", () => {
    const span = (from: string, to: string) =>
      spanOfPeriod({ period: "today", from, to }, new Date(sunday), "UTC");
    expect(span("2026-03-01", "2026-03-02")).toEqual({
      from: new Date("2026-03-01T00:00Z"),
      to: new Date("2026-03-03T00:00Z"),
    });
    expect(span("2026-03-01", "").to).toBeNull();
    expect(span("", "2026-03-01").from).toBeNull();
  });

  test("has days of 23 and of 25 hours, and one that begins at one", () => {
    const hours = (day: string, at: string) => {
      const { from, to } = spanOfDays({ first: day, last: day }, at);
      return (to.getTime() - from.getTime()) / 3_600_000;
    };
    expect(hours("2026-03-29", "Europe/Paris")).toBe(23);
    expect(hours("2026-10-25", "Europe/Paris")).toBe(25);
    expect(hours("2026-10-04", "Australia/Lord_Howe")).toBe(23.5);
    const { from } = spanOfDays({ first: "2026-03-29", last: "2026-03-29" }, "Asia/Beirut");
    expect(localOf(from, "Asia/Beirut")).toBe("2026-03-29T01:00");
  });
});

describe("days", () => {
  test("follow each other without a gap and without an overlap, in every zone", () => {
    fc.assert(
      fc.property(days, zone, (day, at) => {
        const today = spanOfDays({ first: day, last: day }, at);
        const tomorrow = spanOfDays({ first: addDays(day, 1), last: addDays(day, 1) }, at);
        expect(today.to).toEqual(tomorrow.from);
        expect(today.from < today.to).toBe(true);
        const length = today.to.getTime() - today.from.getTime();
        expect(length).toBeGreaterThanOrEqual(22 * 3_600_000);
      }),
    );
  });

  test("make whole weeks from Monday, and months that are in them", () => {
    fc.assert(
      fc.property(days, (day) => {
        const month = weeksOfMonth(day);
        const all = listDays(month);
        expect(all.length % 7).toBe(0);
        expect(all).toContain(day);
        expect(all).toContain(addDays(addMonths(day, 1), -1));
        expect(new Date(month.first).getUTCDay()).toBe(1);
        const week = listDays(weekOf(day));
        expect([week.length, week.includes(day)]).toEqual([7, true]);
        expect(addMonths(addMonths(day, 7), -7)).toBe(`${day.slice(0, 7)}-01`);
      }),
    );
  });
});
