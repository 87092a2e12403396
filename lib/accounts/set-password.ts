import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { hashPassword } from "./password";
import { refuseReadyMadeId } from "./ready-made";
import { closeSessions } from "./session";
import { endTokens } from "./token";

/** What somebody who knew the old password may have begun. */
const begun = ["reset_password", "change_email", "second_step"] as const;

/**
 * The end of every way to a new password. All sessions end, and so does what was begun with the old one; the owner is
 * told by mail. The caller has checked who it is and holds a transaction.
 */
export async function setPassword(tx: Context, accountId: string, password: string): Promise<void> {
  await refuseReadyMadeId(tx, accountId);
  const passwordHash = await hashPassword(password);
  await tx.db.update(accounts).set({ passwordHash, newEmail: null }).where(eq(accounts.id, accountId));
  await closeSessions(tx, accountId);
  for (const kind of begun) await endTokens(tx, kind, accountId);
  await record(tx, { kind: "account.password_changed", accountId });
}
