import { describe, expect, test } from "vitest";
import { offerOf, placesLeft } from "./offer";

const now = new Date("2026-11-26T12:00Z");
const event = {
  joinMode: "free",
  status: "confirmed",
  startsAt: new Date("2026-11-26T18:00Z"),
  endsAt: null,
  capacity: 3,
  publishedAt: now,
} as const;

describe("offerOf", () => {
  test("is open as long as there are places", () => {
    expect(offerOf(event, 2, now)).toEqual({ kind: "open", needsApproval: false, isFull: false });
    expect(offerOf({ ...event, capacity: null }, 500, now)).toMatchObject({ kind: "open" });
  });

  test("is full where nobody decides, and still takes requests where somebody does", () => {
    expect(offerOf(event, 3, now)).toEqual({ kind: "full" });
    expect(offerOf({ ...event, joinMode: "approval" }, 4, now)).toEqual({
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
    expect(offerOf({ ...event, ...change }, 0, now)).toEqual({ kind: "closed", reason });
  });
});

test("places are never negative, and unknown where they are not counted", () => {
  expect(placesLeft({ capacity: 3 }, 5)).toBe(0);
  expect(placesLeft({ capacity: null }, 5)).toBeNull();
});
