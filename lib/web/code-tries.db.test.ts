import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { invalidField } from "@/lib/core/errors";
import { countingCodes } from "./code-tries";

const MINUTE = 60_000;
const tooMany = { code: "rate_limited", reason: "too_many_codes" };

describe("countingCodes", () => {
  test("stops guessing after five wrong codes, for a quarter of an hour", async ({ db }) => {
    const accountId = randomUUID();
    for (let tries = 0; tries < 5; tries++) await expect(guess(db, accountId)).rejects.toMatchObject(wrong);
    await expect(guess(db, accountId)).rejects.toMatchObject(tooMany);
    await expect(right(db, accountId)).rejects.toMatchObject(tooMany);

    expect(await right(db, randomUUID())).toBe("in");
    expect(await right(db, accountId, 15)).toBe("in");
  });

  test("stops it for a day after twenty, and leaves the recovery codes open", async ({ db }) => {
    const accountId = randomUUID();
    for (let tries = 0; tries < 20; tries++) {
      const after = 16 * Math.floor(tries / 5);
      await expect(guess(db, accountId, after)).rejects.toMatchObject(wrong);
    }
    await expect(right(db, accountId, 64)).rejects.toMatchObject(tooMany);
    const withRecovery = countingCodes(at(db, 64), { accountId, code: "0".repeat(16) }, async () => "in");
    expect(await withRecovery).toBe("in");
    expect(await right(db, accountId, 24 * 60)).toBe("in");
  });

  test("counts from nothing again after a right one", async ({ db }) => {
    const accountId = randomUUID();
    for (let round = 0; round < 3; round++) {
      for (let tries = 0; tries < 4; tries++) await expect(guess(db, accountId)).rejects.toMatchObject(wrong);
      expect(await right(db, accountId)).toBe("in");
    }
  });
});

const wrong = { reason: "check_fields" };

function at(db: Database, minutes: number) {
  return { db, actor: { kind: "anonymous" as const }, now: new Date(now.getTime() + minutes * MINUTE) };
}

function guess(db: Database, accountId: string, minutes = 0) {
  return countingCodes(at(db, minutes), { accountId, code: "123456" }, async () => {
    throw invalidField("code", "code_not_right");
  });
}

function right(db: Database, accountId: string, minutes = 0) {
  return countingCodes(at(db, minutes), { accountId, code: "123456" }, async () => "in");
}
