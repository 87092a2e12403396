import { expect, test } from "vitest";
import { countOne, hasRoom } from "./limits";

const at = (seconds: number) => new Date(1_000_000 + seconds * 1000);

test("so many at once, then so many a minute, for each on their own", () => {
  const limit = { atOnce: 3, perMinute: 6 };
  const take = (subject: string, seconds: number) => {
    const isFree = hasRoom(limit, subject, at(seconds));
    if (isFree) countOne(limit, subject, at(seconds));
    return isFree;
  };
  expect([0, 0, 0, 0].map((seconds) => take("a", seconds))).toEqual([true, true, true, false]);
  expect(take("b", 0)).toBe(true);
  expect([take("a", 9), take("a", 11), take("a", 12)]).toEqual([false, true, false]);
  expect([3600, 3600, 3600, 3600].map((seconds) => take("a", seconds))).toEqual([true, true, true, false]);
  // A clock that is set back gives nothing away.
  expect(take("a", 0)).toBe(false);
});
