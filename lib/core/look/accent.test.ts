import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  colorsOf,
  contrastsOf,
  isReadable,
  nearestReadable,
  ourAccents,
  pageColors,
  type Shade,
} from "./accent";
import { type Color, colorIn, contrast, mix } from "./contrast";

const shades: Shade[] = ["light", "dark"];
const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((n): Color => `#${n.toString(16).padStart(6, "0")}`);

test.each([
  ["#000000", "#ffffff", 21],
  ["#777777", "#ffffff", 4.48],
  ["#767676", "#ffffff", 4.54],
  ["#ff0000", "#ffffff", 4],
  ["#0000ff", "#ffffff", 8.59],
  ["#b4431f", "#b4431f", 1],
] as [Color, Color, number][])("%s and %s differ by %d to 1", (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  expect(contrast(other, one)).toBeCloseTo(ratio, 2);
});

test("a colour is read in each of the ways in which people write it", () => {
  for (const text of ["#B4431F", " b4431f ", "#b4431f"]) expect(colorIn(text)).toBe("#b4431f");
  expect(colorIn("#0aF")).toBe("#00aaff");
  for (const text of ["", "red", "#b4431", "#b4431g", "rgb(1,2,3)"]) expect(colorIn(text)).toBeNull();
});

test("half of one and half of the other is mixed", () => {
  expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
  expect(mix("#102030", "#ffffff", 0)).toBe("#102030");
});

describe("accents", () => {
  test("the colours of pages are those of the tokens", () => {
    const tokens = readFileSync("components/ui/tokens.css", "utf8");
    for (const name of ["paper", "sheet", "sunk", "ink"] as const)
      expect(tokens).toContain(`--${name}: light-dark(${pageColors.light[name]}, ${pageColors.dark[name]});`);
    const [light, dark] = shades.map((shade) => colorsOf(ourAccents[shade], shade));
    const names = {
      bell: "bell",
      strong: "bell-strong",
      on: "on-bell",
      wash: "bell-wash",
      ground: "bell-ground",
    };
    for (const [key, name] of Object.entries(names) as [keyof typeof names, string][])
      expect(tokens).toContain(`--${name}: light-dark(${light![key]}, ${dark![key]});`);
    expect(tokens).toContain(`--bell-night: ${ourAccents.dark};`);
  });

  test("ours are readable, a pale one on paper is not, and neither is a deep one at night", () => {
    for (const shade of shades) expect(nearestReadable(ourAccents[shade], shade)).toBe(ourAccents[shade]);
    expect(isReadable("#f2b33d", "light")).toBe(false);
    expect(contrastsOf("#f2b33d", "light").underText).toBeCloseTo(1.86, 1);
    expect(isReadable("#2a4f8f", "dark")).toBe(false);
  });

  test("what is proposed always passes, and what passes stays", () => {
    fc.assert(
      fc.property(anyColor, fc.constantFrom(...shades), (accent, shade) => {
        const proposed = nearestReadable(accent, shade);
        expect(isReadable(proposed, shade)).toBe(true);
        if (isReadable(accent, shade)) expect(proposed).toBe(accent);
      }),
      { numRuns: 2000 },
    );
  });

  test("all that follows from a readable accent is readable too", () => {
    fc.assert(
      fc.property(anyColor, fc.constantFrom(...shades), (typed, shade) => {
        const { bell, strong, on, wash } = colorsOf(nearestReadable(typed, shade), shade);
        const { paper, sheet, sunk, ink } = pageColors[shade];
        for (const ground of [paper, sheet, sunk, wash])
          for (const color of [bell, strong, ink])
            expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
        for (const ground of [bell, strong]) expect(contrast(on, ground)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 2000 },
    );
  });
});
