import { createHash } from "node:crypto";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { rateLimits } from "@/db/schema/rate-limits";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { inTransaction } from "@/lib/core/context";
import { newChallenge, spendForm } from "./sign-up-form";

const at = (db: Database, seconds: number) => ({
  db,
  actor: { kind: "anonymous" as const },
  now: new Date(now.getTime() + seconds * 1000),
});
const tooFast = { code: "invalid", reason: "form_too_fast" };
const void_ = { code: "invalid", reason: "form_used_or_expired" };

describe("spendForm", () => {
  test("lets a form through at once if its riddle is solved", async ({ db }) => {
    const challenge = newChallenge(now);
    const solution = solved(challenge);
    await expect(spendForm(at(db, 1), { challenge, solution })).resolves.toBeUndefined();
  });

  test("lets it through without work after ten seconds, and says so before", async ({ db }) => {
    const challenge = newChallenge(now);
    for (const solution of ["", "1", "not a number", "-1", "1e3"])
      await expect(spendForm(at(db, 9.9), { challenge, solution })).rejects.toMatchObject(tooFast);
    await expect(spendForm(at(db, 10), { challenge, solution: "" })).resolves.toBeUndefined();
  });

  test("lets it through once, unless what followed was refused", async ({ db }) => {
    const sent = { challenge: newChallenge(now), solution: "" };
    const refused = inTransaction(at(db, 20), async (tx) => {
      await spendForm(tx, sent);
      throw new Error("the handle is taken");
    });
    await expect(refused).rejects.toThrow("taken");
    await spendForm(at(db, 30), sent);
    await expect(spendForm(at(db, 40), sent)).rejects.toMatchObject(void_);
    expect(await db.select().from(rateLimits)).toMatchObject([{ endsAt: at(db, 3600).now }]);
  });

  test("refuses one that is older than an hour, or not as we made it", async ({ db }) => {
    const challenge = newChallenge(now);
    const [salt, difficulty, time, signature] = challenge.split(".");
    const made = [
      "",
      "a.b.c.d",
      `${salt}.1.${time}.${signature}`,
      `${salt}.${difficulty}.${Number(time) - 60_000}.${signature}`,
      `x${challenge}`,
      `${challenge}.`,
    ];
    for (const forged of made)
      await expect(spendForm(at(db, 20), { challenge: forged, solution: "" })).rejects.toMatchObject(void_);
    await expect(spendForm(at(db, 3601), { challenge, solution: "" })).rejects.toMatchObject(void_);
    expect(await db.select().from(rateLimits)).toEqual([]);
  });
});

/** As anybody may solve it, without hurry. */
function solved(challenge: string): string {
  const salt = challenge.split(".")[0];
  for (let tried = 0; ; tried++) {
    const hash = createHash("sha256").update(`${salt}.${tried}`).digest();
    if (hash.readUInt32BE(0) < 2 ** 14) return String(tried);
  }
}
