import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxAround, cellsAround, distanceBetween, grids, monthlyCellsAround } from "./cells";
import { editDistance } from "./edit-distance";
import { termsIn } from "./text-query";

describe("termsIn", () => {
  test.each([
    ["jazz  concert", ["jazz", "concert"]],
    ['"open air" -rain', ['"open air"', "-rain"]],
    ['-"open air" « en plein air »', ['-"open air"', '"en plein air"']],
    ["“never closed", ['"never closed"']],
    ['- & \' !! ""', []],
    ["C++ R&B", ["C++", "R&B"]],
  ])("reads %j", (typed, expected) => {
    const shown = termsIn(typed).map(
      ({ text, isPhrase, isExcluded }) => `${isExcluded ? "-" : ""}${isPhrase ? `"${text}"` : text}`,
    );
    expect(shown).toEqual(expected);
  });

  test("takes no long time, and never more than twelve", () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (typed) => termsIn(typed).length <= 12));
    expect(termsIn('a" '.repeat(5000)).length).toBeLessThanOrEqual(12);
  });
});

describe("editDistance", () => {
  test.each([
    ["bicycle", "bicylce", 1],
    ["velo", "vleo", 1],
    ["worshop", "workshop", 1],
    ["abc", "abc", 0],
    ["abcd", "xyzw", null],
    ["kitten", "sitting", null],
  ])("from %s to %s", (from, to, expected) => {
    expect(editDistance(from, to, 2)).toBe(expected);
    expect(editDistance(to, from, 2)).toBe(expected);
  });
});

describe("cellsAround", () => {
  const point = fc.record({
    latitude: fc.double({ min: -84, max: 84, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });

  test("hold every point of the circle, across the date line too", () => {
    const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    fc.assert(
      fc.property(point, fc.constantFrom(5, 25, 100, 200), turn, (center, radius, angle) => {
        const cells = cellsAround(center, radius);
        if (!cells) return;
        const up = (radius * 0.99) / 111.2;
        const inside = {
          latitude: center.latitude + up * Math.sin(angle),
          longitude: center.longitude + (up * Math.cos(angle)) / Math.cos((center.latitude * Math.PI) / 180),
        };
        if (distanceBetween(center, inside) > radius) return;
        const longitude = ((inside.longitude + 540) % 360) - 180;
        const { letter, perDegree } = grids.find((grid) => cells[0]!.startsWith(`=${grid.letter}`))!;
        const square = (degrees: number) => Math.floor(degrees * perDegree + 1e-6);
        expect(cells).toContain(`=${letter}:${square(inside.latitude)}:${square(longitude)}`);
        const box = boxAround(center, radius);
        if (!box) return;
        expect(inside.latitude >= box.south && inside.latitude <= box.north).toBe(true);
        expect(longitude >= box.west && longitude <= box.east).toBe(true);
      }),
    );
  });

  test("are few, and none near a pole", () => {
    expect(cellsAround({ latitude: 48.1, longitude: -1.7 }, 25)!.length).toBeLessThanOrEqual(16);
    expect(cellsAround({ latitude: 48.1, longitude: -1.7 }, 100)!.length).toBeLessThanOrEqual(16);
    expect(cellsAround({ latitude: 89, longitude: 0 }, 25)).toBeNull();
  });

  test("are the same in each of some months, more coarsely where those are many", () => {
    const rennes = { latitude: 48.1, longitude: -1.7 };
    const december = monthlyCellsAround(rennes, 5, ["2026-12"]);
    expect(december).toContain("=b:192:-7:2026-12");
    expect(monthlyCellsAround(rennes, 5, ["2026-12", "2027-01"])).toHaveLength(2 * december!.length);
    const months = Array.from({ length: 6 }, (_, index) => `2026-0${index + 1}`);
    for (const radius of [5, 25, 50, 100]) {
      const cells = monthlyCellsAround(rennes, radius, months);
      expect(cells?.length ?? 0, `${radius} km`).toBeLessThanOrEqual(64);
    }
    expect(monthlyCellsAround(rennes, 50, months)).toContain("=d:48:-2:2026-06");
    expect(monthlyCellsAround(rennes, 25, [])).toBeNull();
    expect(monthlyCellsAround({ latitude: 89, longitude: 0 }, 25, months)).toBeNull();
  });
});

test("Rennes and Nantes are a hundred kilometres apart", () => {
  const distance = distanceBetween(
    { latitude: 48.1173, longitude: -1.6778 },
    { latitude: 47.2184, longitude: -1.5536 },
  );
  expect(Math.round(distance)).toBe(100);
});
