import { eq } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import { closeSessions } from "@/lib/accounts/session";
import type { Context } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { hideWithAccount, showWithAccount } from "./hide-with-account";

type Held = Pick<Account, "id" | "suspendedAt" | "hiddenAt">;

/** Written down in the case of an identity, or with the account: never both, which would tell whose identity it is. */
type Entry = { reason: string } & ({ actorId: string; caseId: string } | { accountId: string });

/**
 * Nobody signs in to an account any more. `hides`: all that its identities announced and said goes out of sight too, also
 * of one that was locked without; everybody can see then that they belong together. The account must be held.
 */
export async function closeAccount(
  tx: Context,
  { id, suspendedAt, hiddenAt }: Held,
  { hides, ...entry }: Entry & { hides: boolean },
): Promise<void> {
  const isHiding = hides && !hiddenAt;
  if (suspendedAt && !isHiding) return;
  await tx.db
    .update(accounts)
    .set({ suspendedAt: suspendedAt ?? tx.now, ...(isHiding && { hiddenAt: tx.now }) })
    .where(eq(accounts.id, id));
  await closeSessions(tx, id);
  const hidden = isHiding ? { hiddenIdentities: await hideWithAccount(tx, id) } : {};
  const logId = await writeLog(tx, {
    ...{ action: "account.suspended", ...entry },
    before: { isLocked: suspendedAt !== null },
    after: { isLocked: true, ...hidden },
  });
  await record(tx, { kind: "account.suspended", accountId: id, logId });
}

/**
 * Opens it again, and brings back what went out of sight with it. Repeating it is harmless. Refuses with `undo_over` when
 * that is deleted, or is to be. The account must be held.
 */
export async function reopenAccount(tx: Context, account: Held, entry: Entry): Promise<void> {
  if (!account.suspendedAt) return;
  const wasHidden = account.hiddenAt !== null;
  const shown = wasHidden ? { shownIdentities: await showWithAccount(tx, account) } : {};
  await tx.db.update(accounts).set({ suspendedAt: null, hiddenAt: null }).where(eq(accounts.id, account.id));
  await writeLog(tx, {
    ...{ action: "account.opened", ...entry },
    before: { isLocked: true },
    after: { isLocked: false, ...shown },
  });
  await record(tx, { kind: "account.opened", accountId: account.id, wasHidden });
}
