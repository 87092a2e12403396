import { eq } from "drizzle-orm";
import { TOTP } from "otpauth";
import type { Database } from "@/db/client";
import type { Account } from "@/db/schema/accounts";
import { secondFactors } from "@/db/schema/second-factors";
import { createAccount, now } from "@/db/testing/factories";
import type { Actor, Context } from "@/lib/core/context";
import { unseal } from "@/lib/core/crypto";
import { hashPassword } from "../../password";
import { beginSecondFactor } from "../begin";
import { confirmSecondFactor } from "../confirm";

export const password = "ring the bells";

/** An account with a password, as which its owner acts. */
export async function createOwner(db: Database, values: Partial<Account> = {}) {
  const account = await createAccount(db, { passwordHash: await hashPassword(password), ...values });
  return { account, ctx: contextOf(db, account) };
}

/** An owner whose second factor is on; its first code was the one of half a minute ago. */
export async function createSecured(db: Database, values: Partial<Account> = {}) {
  const owner = await createOwner(db, values);
  const setup = await beginSecondFactor(owner.ctx, { password });
  const first = await codeAt(db, owner.account, now.getTime() - 30_000);
  const recoveryCodes = await confirmSecondFactor(owner.ctx, { setup, code: first });
  return { ...owner, first, recoveryCodes: recoveryCodes.map((code) => code.replaceAll(" ", "")) };
}

/** What the app of this account shows at that time (milliseconds). */
export async function codeAt(db: Database, { id }: Account, timestamp = now.getTime()): Promise<string> {
  const [factor] = await db.select().from(secondFactors).where(eq(secondFactors.accountId, id));
  return new TOTP({ secret: unseal("second factor", factor!.secret) }).generate({ timestamp });
}

export function nobody(db: Database): Context {
  return { db, actor: { kind: "anonymous" }, now };
}

function contextOf(db: Database, { id, role }: Account): Context {
  const actor: Actor = { kind: "account", accountId: id, role };
  return { db, actor, now };
}
