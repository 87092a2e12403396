import type { Database } from "@/db/client";
import { createAccount, now } from "@/db/testing/factories";
import type { Context } from "@/lib/core/context";
import { type InstanceSettings, updateInstance } from "@/lib/instance/settings";

/** Somebody who has no account yet. */
export function nobody(db: Database): Context {
  return { db, actor: { kind: "anonymous" }, now };
}

/** Acts as an account of this role, made for it. */
export async function staff(db: Database, role: "moderator" | "administrator") {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

/** Settings, as an administrator made for it decides them. */
export async function decide(db: Database, changes: Partial<InstanceSettings>): Promise<void> {
  await updateInstance(await staff(db, "administrator"), changes);
}
