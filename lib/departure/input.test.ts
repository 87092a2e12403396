import { describe, expect, test } from "vitest";
import { deleteIdentityInput, endingValue } from "./input";

const [actorId, eventId, heirId] = [1, 2, 3].map(
  (n) => `${String(n).repeat(8)}-1111-4111-8111-111111111111`,
) as [string, string, string];

describe("what becomes of events that others host too", () => {
  test("is read as it was sent, whether there is none, one or several", () => {
    const read = (endings?: string | string[]) => deleteIdentityInput.parse({ actorId, endings }).endings;
    expect(read()).toEqual([]);
    expect(read(endingValue(eventId, null))).toEqual([{ eventId, heirId: null }]);
    expect(read([endingValue(eventId, heirId), endingValue(actorId, null)])).toEqual([
      { eventId, heirId },
      { eventId: actorId, heirId: null },
    ]);
  });

  test("is refused where it is no choice", () => {
    for (const endings of ["", "x", `${eventId}:x`, eventId, `${eventId}:${heirId}:`, `${"-".repeat(36)}:`])
      expect(deleteIdentityInput.safeParse({ actorId, endings }).success, endings).toBe(false);
  });
});
