import { describe, expect, test } from "vitest";
import { isOpenOffer, offerOf, placesLeft } from "./offer";

const now = new Date("2026-11-26T12:00Z");
const event = {
  joinMode: "free",
  status: "confirmed",
  startsAt: new Date("2026-11-26T18:00Z"),
  endsAt: null,
  capacity: 3,
  placesAside: 0,
  publishedAt: now,
  waitlist: "automatic",
  offerHours: 24,
  waitlistStopsHours: 0,
  guestList: "hosts",
} as const;
const open = { kind: "open", needsApproval: false, isFull: false };

describe("offerOf", () => {
  test("is open as long as there are places", () => {
    expect(offerOf(event, { taken: 2, inLine: 0 }, now)).toEqual(open);
    expect(offerOf({ ...event, capacity: null }, { taken: 500, inLine: 0 }, now)).toEqual(open);
  });

  test("is a line where places are taken, set aside, or somebody waits for one already", () => {
    const line = { way: "automatic", offerHours: 24, waitlistStopsHours: 0 };
    expect(offerOf(event, { taken: 3, inLine: 0 }, now)).toEqual({
      kind: "line",
      line: { ...line, inLine: 0 },
    });
    expect(offerOf({ ...event, placesAside: 1 }, { taken: 2, inLine: 0 }, now).kind).toBe("line");
    expect(offerOf(event, { taken: 1, inLine: 2 }, now)).toEqual({
      kind: "line",
      line: { ...line, inLine: 2 },
    });
  });

  test("keeps the length of the line to itself where hosts do", () => {
    const offer = offerOf({ ...event, guestList: "hidden" }, { taken: 3, inLine: 2 }, now);
    expect(offer).toMatchObject({ kind: "line", line: { inLine: null } });
  });

  test("is full where nobody decides and nobody can wait, and still takes requests where somebody decides", () => {
    expect(offerOf({ ...event, waitlist: "closed" }, { taken: 3, inLine: 0 }, now)).toEqual({ kind: "full" });
    expect(offerOf({ ...event, joinMode: "approval" }, { taken: 4, inLine: 1 }, now)).toEqual({
      kind: "open",
      needsApproval: true,
      isFull: true,
    });
  });

  test.each([
    [{ status: "cancelled" }, "event_cancelled"],
    [{ startsAt: new Date("2026-11-26T08:00Z") }, "event_over"],
    [{ joinMode: "none" }, "event_without_joining"],
    [{ joinMode: "external" }, "event_without_joining"],
  ] as const)("is closed for a reason: %o", (change, reason) => {
    const offer = offerOf({ ...event, ...change }, { taken: 0, inLine: 0 }, now);
    expect(offer).toEqual({ kind: "closed", reason });
    expect(isOpenOffer(offer)).toBe(false);
  });
});

test("places are never negative, nor counted that hosts keep, and unknown where they are not counted", () => {
  expect(placesLeft({ capacity: 3, placesAside: 0 }, 5)).toBe(0);
  expect(placesLeft({ capacity: 5, placesAside: 2 }, 2)).toBe(1);
  expect(placesLeft({ capacity: null, placesAside: 0 }, 5)).toBeNull();
});
