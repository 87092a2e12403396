import { randomBytes } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import { recoveryCodes } from "@/db/schema/second-factors";
import type { Context } from "@/lib/core/context";
import { hashToken } from "@/lib/core/crypto";

const CODES = 10;
/** Base32 as Crockford writes it: no letter that could be taken for a digit or for another letter. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Makes ten codes in place of all that there were. Only here can they be read: the database keeps hashes. */
export async function replaceRecoveryCodes(tx: Context, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await endRecoveryCodes(tx, accountId);
  await tx.db.insert(recoveryCodes).values(codes.map((code) => ({ accountId, hash: hashToken(code) })));
  return codes.map(inGroups);
}

export async function endRecoveryCodes(tx: Context, accountId: string): Promise<void> {
  await tx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
}

/** Uses the code up, as `codeField` reads it. False if it is none or was used: of two at the same time one wins. */
export async function takeRecoveryCode(tx: Context, accountId: string, code: string): Promise<boolean> {
  const used = await tx.db
    .update(recoveryCodes)
    .set({ usedAt: tx.now })
    .where(and(eq(recoveryCodes.hash, hashToken(code)), unused(accountId)))
    .returning({ id: recoveryCodes.id });
  return used.length > 0;
}

export async function countRecoveryCodes({ db }: Pick<Context, "db">, accountId: string): Promise<number> {
  const [row] = await db.select({ left: count() }).from(recoveryCodes).where(unused(accountId));
  return row!.left;
}

function unused(accountId: string) {
  return and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));
}

/** 80 random bits: five from each byte. */
function newCode(): string {
  return Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join("");
}

/** "3F7K 9QWX 0A2B M4NP" can be copied from paper. */
function inGroups(code: string): string {
  return code.match(/.{4}/g)!.join(" ");
}
