import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { rateLimits } from "@/db/schema/rate-limits";
import type { Context } from "@/lib/core/context";
import { keyedHash } from "@/lib/core/crypto";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";

/** Zero bits that a solution's hash begins with: some 260,000 tries, one or two seconds of a phone. */
const DIFFICULTY = 18;
const LIFE = 3_600_000;

/** What the form carries beside what people type. */
export const signUpFormFields = {
  challenge: z.string().max(200).catch(""),
  solution: z.string().max(20).catch(""),
  /** Nobody sees this field: only robots fill it in. */
  homepage: z.string().max(2000).catch(""),
};

type Sent = { challenge: string; solution: string };

/** A riddle for one sending of the form: `salt.difficulty.time.signature`. Nothing is stored before it is used. */
export function newChallenge(now: Date): string {
  return signed(`${randomBytes(12).toString("base64url")}.${DIFFICULTY}.${now.getTime()}`);
}

/**
 * Lets a form through once, in the caller's transaction, so that a refused one can be sent again. It shows work, or was
 * open for SIGN_UP_DELAY seconds, as it is with whoever has no scripts. Refuses with `form_too_fast`, and with
 * `form_used_or_expired` after an hour.
 */
export async function spendForm(tx: Context, { challenge, solution }: Sent): Promise<void> {
  const made = readChallenge(challenge);
  const age = made ? tx.now.getTime() - made.time : Number.POSITIVE_INFINITY;
  if (!made || age > LIFE) throw usedOrExpired();
  if (age < env().SIGN_UP_DELAY * 1000 && !isSolved(made, solution))
    throw new AppError("invalid", "form_too_fast");
  const used = await tx.db
    .insert(rateLimits)
    .values({ key: keyedHash("sign-up form", made.salt), count: 1, endsAt: new Date(made.time + LIFE) })
    .onConflictDoNothing()
    .returning({ key: rateLimits.key });
  if (used.length === 0) throw usedOrExpired();
}

type Made = { salt: string; difficulty: number; time: number };

function readChallenge(challenge: string): Made | null {
  const [salt = "", difficulty, time] = challenge.split(".");
  const expected = Buffer.from(signed(`${salt}.${difficulty}.${time}`));
  const given = Buffer.from(challenge);
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs ? { salt, difficulty: Number(difficulty), time: Number(time) } : null;
}

function signed(text: string): string {
  return `${text}.${keyedHash("sign-up challenge", text)}`;
}

function isSolved({ salt, difficulty }: Made, solution: string): boolean {
  if (!/^\d{1,15}$/.test(solution)) return false;
  const hash = createHash("sha256").update(`${salt}.${solution}`).digest();
  return Math.clz32(hash.readUInt32BE(0)) >= difficulty;
}

function usedOrExpired(): AppError {
  return new AppError("invalid", "form_used_or_expired");
}
