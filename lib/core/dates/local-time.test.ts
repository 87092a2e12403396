import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf, localOf } from "./local-time";
import { changesInYear } from "./zone-changes";

const zones = [
  "Europe/Paris",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "UTC",
  "Africa/Casablanca",
];
const anyZone = fc.constantFrom(...zones);
const anyMinute = fc
  .integer({ min: Date.UTC(1970, 0, 2) / 60_000, max: Date.UTC(2200, 11, 30) / 60_000 })
  .map((minute) => new Date(minute * 60_000));

/** Minutes within a day of a clock change, where mistakes live. */
const nearChange = fc
  .tuple(anyZone, fc.integer({ min: 1971, max: 2199 }), fc.nat(), fc.integer({ min: -1500, max: 1500 }))
  .map(([zone, year, pick, minutes]) => {
    const changes = changesInYear(zone, year);
    const at = changes[pick % Math.max(1, changes.length)]?.at ?? new Date(Date.UTC(year, 2, 29));
    return { zone, instant: new Date(Math.floor(at.getTime() / 60_000 + minutes) * 60_000) };
  });

function instants(local: string, zone: string): number[] {
  const result = instantOf(local, zone);
  if (result.kind === "ok") return [result.instant.getTime()];
  return result.kind === "ambiguous" ? [result.instant.getTime(), result.later.getTime()] : [];
}

describe("instantOf", () => {
  test("reads wall clock time in its zone", () => {
    expect(instantOf("2026-11-26T19:00", "Europe/Paris")).toEqual({
      kind: "ok",
      instant: new Date("2026-11-26T18:00Z"),
    });
    expect(instantOf("2026-07-01T12:00:00", "Asia/Kathmandu")).toEqual({
      kind: "ok",
      instant: new Date("2026-07-01T06:15Z"),
    });
  });

  test.each([
    ["Europe/Paris", "2026-03-29T02:30", "2026-03-29T03:00"],
    ["America/New_York", "2026-03-08T02:00", "2026-03-08T03:00"],
    ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:30"],
    ["Pacific/Apia", "2011-12-30T12:00", "2011-12-31T00:00"],
    ["Africa/Monrovia", "1972-01-07T00:20", "1972-01-07T00:45"],
  ])("offers the next time that exists when %s skips %s", (zone, skipped, next) => {
    expect(instantOf(skipped, zone)).toEqual({ kind: "nonexistent", next });
    expect(instantOf(next, zone).kind).toBe("ok");
  });

  test.each([
    ["Europe/Paris", "2026-10-25T02:30", "2026-10-25T00:30Z", "2026-10-25T01:30Z"],
    ["America/New_York", "2026-11-01T01:00", "2026-11-01T05:00Z", "2026-11-01T06:00Z"],
    ["Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45Z", "2026-04-04T15:15Z"],
  ])("takes the earlier of two when %s repeats %s", (zone, local, first, second) => {
    const expected = { kind: "ambiguous", instant: new Date(first), later: new Date(second) };
    expect(instantOf(local, zone)).toEqual(expected);
  });

  test.each([
    "",
    "today",
    "2026-02-30T10:00",
    "2026-13-01T10:00",
    "2026-11-26T24:00",
    "2026-11-26 19:00",
    "2026-11-26T19:00Z",
    "2026-11-26T19:00:30",
    "0026-11-26T19:00:99",
    "٢٠٢٦-11-26T19:00",
  ])("refuses %j", (text) => {
    expect(instantOf(text, "Europe/Paris")).toEqual({ kind: "invalid", reason: "format" });
  });

  test("bounds years and knows its zones", () => {
    expect(instantOf("1969-12-31T23:59", "UTC")).toEqual({ kind: "invalid", reason: "year" });
    expect(instantOf("2201-01-01T00:00", "UTC")).toEqual({ kind: "invalid", reason: "year" });
    expect(instantOf("0026-11-26T19:00", "UTC")).toEqual({ kind: "invalid", reason: "year" });
    expect(instantOf("2026-11-26T19:00", "Europe/Rennes")).toEqual({ kind: "invalid", reason: "zone" });
  });

  test("never throws", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (local, zone) => void instantOf(local, zone)));
  });
});

describe("there and back", () => {
  test("every instant is among those that its wall time means", () => {
    fc.assert(
      fc.property(anyZone, anyMinute, (zone, instant) => {
        expect(instants(localOf(instant, zone), zone)).toContain(instant.getTime());
      }),
    );
  });

  test("also around clock changes", () => {
    fc.assert(
      fc.property(nearChange, ({ zone, instant }) => {
        expect(instants(localOf(instant, zone), zone)).toContain(instant.getTime());
      }),
      { numRuns: 500 },
    );
  });

  test("wall time that exists comes back as it was typed, and a skipped one never does", () => {
    fc.assert(
      fc.property(nearChange, ({ zone, instant }) => {
        const typed = instant.toISOString().slice(0, 16);
        const found = instants(typed, zone);
        for (const time of found) expect(localOf(new Date(time), zone)).toBe(typed);
        if (found.length === 0) expect(instantOf(typed, zone).kind).toBe("nonexistent");
      }),
      { numRuns: 500 },
    );
  });
});
