import { expect, test } from "vitest";
import { keptUntil } from "./retention";

const startsAt = new Date("2026-12-01T18:00:00Z");

test("what is known of those who took part is kept for some days after the end", () => {
  const endsAt = new Date("2026-12-01T21:00:00Z");
  expect(keptUntil({ startsAt, endsAt, retentionDays: 30 })).toEqual(new Date("2026-12-31T21:00:00Z"));
  expect(keptUntil({ startsAt, endsAt: null, retentionDays: 1 })).toEqual(new Date("2026-12-02T21:00:00Z"));
  expect(keptUntil({ startsAt: null, endsAt: null, retentionDays: 1 })).toBeNull();
});
