import { describe, expect, test } from "vitest";
import { countsElsewhere } from "./rules";

describe("countsElsewhere", () => {
  test.each([
    [20, 12, 8, { capacity: 20, taken: 12, left: 8 }],
    [20, 12, null, { capacity: 20, taken: 12, left: 8 }],
    [20, null, 8, { capacity: 20, taken: 12, left: 8 }],
    [20, null, null, { capacity: 20, taken: null, left: null }],
    [null, 12, null, { capacity: null, taken: 12, left: null }],
    [null, null, null, { capacity: null, taken: null, left: null }],
    [5, 9, null, { capacity: 5, taken: 9, left: 0 }],
  ])("reads %j places, %j people and %j left", (capacity, participantCount, remainingCapacity, counts) => {
    expect(countsElsewhere({ capacity, participantCount, remainingCapacity })).toEqual(counts);
  });
});
