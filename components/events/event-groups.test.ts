import { describe, expect, test } from "vitest";
import { groupByTime, monthTitle } from "./event-groups";

/** A Thursday, noon in Paris. */
const now = new Date("2026-11-26T11:00Z");

function at(startsAt: string, zone = "Europe/Paris") {
  return { event: { startsAt: new Date(startsAt), zone } };
}

function keysOf(...starts: string[]): string[] {
  return groupByTime(
    starts.map((start) => at(start)),
    now,
  ).map(({ key, cards }) => `${key} ${cards.length}`);
}

describe("groupByTime", () => {
  test("tells what is on from this week, next week and the months after", () => {
    expect(
      keysOf(
        "2026-11-20T10:00Z",
        "2026-11-26T08:00Z",
        "2026-11-29T22:00Z",
        "2026-11-29T23:30Z",
        "2026-12-06T20:00Z",
        "2026-12-07T08:00Z",
        "2027-01-02T08:00Z",
      ),
    ).toEqual(["thisWeek 2", "now 1", "nextWeek 2", "2026-12 1", "2027-01 1"]);
  });

  test("counts the days where the event is", () => {
    const [group] = groupByTime([at("2026-11-29T23:30Z", "America/Montreal")], now);
    expect(group?.key).toBe("thisWeek");
  });

  test("has nothing to say about nothing", () => {
    expect(groupByTime([], now)).toEqual([]);
  });
});

test("months are headings in both languages", () => {
  expect(monthTitle("2026-12", "en")).toBe("December 2026");
  expect(monthTitle("2026-12", "fr")).toBe("Décembre 2026");
});
