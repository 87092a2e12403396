import { expect, test } from "vitest";
import { agoText, isJustNow, momentText, nextAgoTurn } from "./ago";

const now = new Date("2026-11-23T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const english = { now, locale: "en" };

test("counts hours on the first day and days in the first week", () => {
  expect(isJustNow(ago(0.9), now)).toBe(true);
  expect(agoText(ago(1), english)).toBe("1 hour ago");
  expect(agoText(ago(23.9), english)).toBe("23 hours ago");
  expect(agoText(ago(24), { now, locale: "fr" })).toBe("il y a 1 jour");
  expect(agoText(ago(6.9 * 24), english)).toBe("6 days ago");
  expect(agoText(ago(7 * 24), english)).toBeNull();
});

test("knows when the first of several will be told otherwise", () => {
  expect(nextAgoTurn([ago(0.25), ago(5.5), ago(30), ago(1000)], now)).toEqual(ago(-0.5));
  expect(nextAgoTurn([ago(30)], now)).toEqual(ago(-18));
  expect(nextAgoTurn([ago(1000)], now)).toBeNull();
  expect(nextAgoTurn([new Date(now.getTime() + 5)], now)!.getTime()).toBeGreaterThan(now.getTime());
});

test("writes a moment out", () => {
  expect(momentText(now, { zone: "Europe/Paris", locale: "en" })).toBe("Monday 23 November 2026, 13:00");
  expect(momentText(now, { zone: "Europe/Paris", locale: "fr" })).toBe("lundi 23 novembre 2026 à 13\u00a0h");
});
