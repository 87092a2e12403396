import { describe, expect, test } from "vitest";
import { mayMakeEvents } from "../policy";
import { retentionBounds, retentionInput, sourcesInput } from "./input";

const sources = { maps: "environment", mapTiles: "", mapAttribution: "", geocoder: "none", geocoderUrl: "" };

test.each([
  [{ maps: "own" }, "tiles_not_valid"],
  [{ maps: "own", mapTiles: "https://tiles.example/{z}.png" }, "tiles_not_valid"],
  [{ mapTiles: "javascript:{z}{x}{y}" }, "tiles_not_valid"],
  [{ mapTiles: "https://tiles.example;script-src/{z}/{x}/{y}" }, "tiles_not_valid"],
  [{ geocoderUrl: "ftp://geocoder.example" }, "url_not_valid"],
  [{ geocoder: "google" }, "choose_one"],
])("refuses %j", (typed, reason) => {
  expect(sourcesInput.safeParse({ ...sources, ...typed }).error?.issues[0]).toMatchObject({
    message: reason,
  });
});

test("days stay within their bounds", () => {
  const usual = Object.fromEntries(Object.entries(retentionBounds).map(([key, [, , days]]) => [key, days]));
  expect(retentionInput.parse(usual)).toEqual(usual);
  for (const [key, [least, most]] of Object.entries(retentionBounds))
    for (const days of [least - 1, most + 1, 1.5, "many", ""])
      expect(retentionInput.safeParse({ ...usual, [key]: days }).success, `${key}: ${days}`).toBe(false);
});

describe("mayMakeEvents", () => {
  const now = new Date("2026-11-23T12:00:00Z");
  const member = (days: number) =>
    ({ role: "member", since: new Date(now.getTime() - days * 86_400_000) }) as const;
  const may = (eventMakers: "everybody" | "established" | "staff", days: number) =>
    mayMakeEvents({ eventMakers, eventMakersDays: 7 }, member(days), now);

  test("everybody, those who have been here for a while, or staff alone", () => {
    expect([may("everybody", 0), may("established", 6.9), may("established", 7), may("staff", 900)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test("staff always may", () => {
    for (const role of ["moderator", "administrator"] as const)
      expect(mayMakeEvents({ eventMakers: "staff", eventMakersDays: 7 }, { role, since: now }, now)).toBe(
        true,
      );
  });
});
