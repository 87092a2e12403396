import { describe, expect, test } from "vitest";
import { nextTurn, nextTurnOf } from "./turns";

const at = (time: string) => new Date(`2026-12-01T${time}Z`);
const event = { startsAt: at("18:00"), endsAt: at("21:00") };

describe("nextTurn", () => {
  test("is the beginning, then the end, then never", () => {
    expect(nextTurn(event, at("12:00"))).toEqual(at("18:00"));
    expect(nextTurn(event, at("18:00"))).toEqual(at("21:00"));
    expect(nextTurn(event, at("21:00"))).toBeNull();
  });

  test("takes an event without an end for over after three hours", () => {
    expect(nextTurn({ ...event, endsAt: null }, at("19:00"))).toEqual(at("21:00"));
  });

  test("never comes for a draft without a time", () => {
    expect(nextTurn({ startsAt: null, endsAt: null }, at("12:00"))).toBeNull();
  });
});

describe("nextTurnOf", () => {
  test("is the next full hour, or an earlier beginning", () => {
    expect(nextTurnOf([], at("12:10"))).toEqual(at("13:00"));
    expect(nextTurnOf([{ event }, { event: { startsAt: at("12:30"), endsAt: null } }], at("12:10"))).toEqual(
      at("12:30"),
    );
    expect(nextTurnOf([{ event }], at("12:00"))).toEqual(at("13:00"));
  });
});
