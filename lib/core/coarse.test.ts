import fc from "fast-check";
import { expect, test } from "vitest";
import { coarseDegrees } from "./coarse";

test.each([
  [48.1173, 48.1],
  [-1.6778, -1.7],
  [-0.04, 0],
  [179.99, 180],
])("%d is told as %d", (exact, told) => expect(coarseDegrees(exact)).toBe(told));

test("never tells more than one decimal, and tells it again the same", () => {
  fc.assert(
    fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (degrees) => {
      const told = coarseDegrees(degrees);
      expect(String(told)).toMatch(/^-?\d{1,3}(\.\d)?$/);
      expect(coarseDegrees(told)).toBe(told);
    }),
  );
});
