import { describe, expect, test } from "vitest";
import { posterOf } from "./poster";

const seeds = Array.from({ length: 400 }, (_, index) => `event-${index}`);

describe("posterOf", () => {
  test("draws the same poster for the same seed", () => {
    expect(posterOf("k7pwm2xq9rtabc", "MUSIC")).toEqual(posterOf("k7pwm2xq9rtabc", "MUSIC"));
  });

  test("stays small enough for a page full of posters", () => {
    for (const seed of seeds) expect(JSON.stringify(posterOf(seed).paths).length, seed).toBeLessThan(2_500);
  });

  test("writes only numbers that are numbers", () => {
    for (const seed of seeds) expect(JSON.stringify(posterOf(seed))).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("writes one decimal at most", () => {
    for (const seed of seeds) expect(JSON.stringify(posterOf(seed))).not.toMatch(/\d\.\d\d/);
  });

  test("leans towards the colours of the category", () => {
    const music = seeds.filter((seed) => posterOf(seed, "MUSIC").palette === 3);

    expect(music.length).toBeGreaterThan(seeds.length / 2);
  });
});
