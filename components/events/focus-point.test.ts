import fc from "fast-check";
import { expect, test } from "vitest";
import { focusOf } from "./focus-point";

test("is the point of the whole picture, however it is cropped now", () => {
  expect(focusOf({ at: 90, shown: 100, whole: 100, position: 50 })).toBe(90);
  expect(focusOf({ at: 50, shown: 100, whole: 400, position: 50 })).toBe(50);
  expect(focusOf({ at: 90, shown: 100, whole: 400, position: 0 })).toBe(20);
  expect(focusOf({ at: 10, shown: 100, whole: 400, position: 100 })).toBe(80);
  expect(focusOf({ at: -3, shown: 100, whole: 100, position: 0 })).toBe(0);
});

test("keeps in sight what was clicked", () => {
  const crop = fc.record({
    at: fc.integer({ min: 0, max: 100 }),
    shown: fc.constant(100),
    whole: fc.integer({ min: 100, max: 1000 }),
    position: fc.integer({ min: 0, max: 10 }).map((tenth) => tenth * 10),
  });
  fc.assert(
    fc.property(crop, (given) => {
      const clicked = given.at + (given.position / 100) * (given.whole - given.shown);
      const hidden = (focusOf(given) / 100) * (given.whole - given.shown);
      // Tenths are coarse: of a long picture, a twentieth more or less.
      const slack = (given.whole - given.shown) / 20 + 1;
      expect(clicked - hidden).toBeGreaterThanOrEqual(-slack);
      expect(clicked - hidden).toBeLessThanOrEqual(given.shown + slack);
    }),
  );
});
