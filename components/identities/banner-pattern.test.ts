import { expect, test } from "vitest";
import { bannerPatternOf } from "./banner-pattern";

test("the same handle has the same banner, another one another", () => {
  expect(bannerPatternOf("ada")).toEqual(bannerPatternOf("ada"));
  const handles = Array.from({ length: 50 }, (_, index) => `face_${index}`);
  expect(new Set(handles.map((handle) => JSON.stringify(bannerPatternOf(handle)))).size).toBe(50);
});

test("is small enough to be sent with every page, and never of the night", () => {
  for (let index = 0; index < 200; index++) {
    const { palette, hills } = bannerPatternOf(`face_${index}`);
    expect([0, 1, 2, 4, 5]).toContain(palette);
    expect(JSON.stringify(hills).length).toBeLessThan(6000);
    expect(JSON.stringify(hills)).not.toMatch(/NaN|undefined/);
  }
});
