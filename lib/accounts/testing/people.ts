import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Account, accounts } from "@/db/schema/accounts";
import { journal } from "@/db/schema/journal";
import { createAccount, now } from "@/db/testing/factories";
import type { Context } from "@/lib/core/context";
import { hashPassword } from "../password";

export const PASSWORD = "ring the bells";

let hashed: Promise<string> | undefined;

/** An account that signs in with `PASSWORD`. */
export async function createMember(db: Database, values: Partial<Account> = {}): Promise<Account> {
  hashed ??= hashPassword(PASSWORD);
  return createAccount(db, { passwordHash: await hashed, ...values });
}

/** The context of an account about itself, `hours` after the now of tests. */
export function asAccount(db: Database, { id, role }: Pick<Account, "id" | "role">, hours = 0): Context {
  return { db, actor: { kind: "account", accountId: id, role }, now: later(hours) };
}

/** The context of somebody who is not signed in. */
export function asNobody(db: Database, hours = 0): Context {
  return { db, actor: { kind: "anonymous" }, now: later(hours) };
}

/** What the journal holds, oldest first, with the account it is about. */
export async function factsOf(db: Database): Promise<[string, unknown][]> {
  const rows = await db.select().from(journal).orderBy(journal.id);
  return rows.map(({ kind, payload }) => [kind, (payload as { accountId?: unknown }).accountId]);
}

export async function accountNow(db: Database, id: string): Promise<Account> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, id));
  return account!;
}

function later(hours: number): Date {
  return new Date(now.getTime() + hours * 3_600_000);
}
