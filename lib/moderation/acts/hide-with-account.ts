import { eq } from "drizzle-orm";
import type { Account } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { lockHiddenWithAccount, lockInSight, markHiddenWithAccount } from "@/lib/identities/with-account";
import { recordAll } from "@/lib/journal/record";
import { hideActors, showActors } from "./hide-actor";
import { undoableSince } from "./undo-time";

/**
 * Takes all identities of an account that are in sight out of it, and remembers which. Answers with how many: no row of the
 * log, and no fact about one of them, leads to the others. The account must be held.
 */
export async function hideWithAccount(tx: Context, accountId: string): Promise<number> {
  const ids = await lockInSight(tx, accountId);
  await hideActors(tx, ids, null);
  await markHiddenWithAccount(tx, ids, { isHiddenWithAccount: true });
  await recordAll(
    tx,
    ids.map((actorId) => ({ kind: "identity.suspended", actorId, withAccount: true })),
  );
  return ids.length;
}

/**
 * Brings back those that went with it, and none that was suspended for itself before or since. Answers with how many.
 * Refuses with `undo_over` when they are deleted, or are to be. The account must be held.
 */
export async function showWithAccount(
  tx: Context,
  { id, hiddenAt }: Pick<Account, "id" | "hiddenAt">,
): Promise<number> {
  const ids = await lockHiddenWithAccount(tx, id);
  if (ids.length > 0 && hiddenAt && hiddenAt < undoableSince(tx.now)) throw conflict("undo_over");
  await showActors(tx, ids);
  await markHiddenWithAccount(tx, ids, { isHiddenWithAccount: false });
  await recordAll(
    tx,
    ids.map((actorId) => ({ kind: "identity.unsuspended", actorId, withAccount: true })),
  );
  return ids.length;
}

/**
 * What becomes of an identity whose own suspension is over while its account is out of sight: it is now as those that went
 * with the account, also for how long it can come back. Both must be held.
 */
export async function stayWithAccount(tx: Context, actorId: string, hiddenAt: Date): Promise<void> {
  await tx.db
    .update(actors)
    .set({ suspendedAt: hiddenAt, suspendedUntil: null })
    .where(eq(actors.id, actorId));
  await markHiddenWithAccount(tx, [actorId], { isHiddenWithAccount: true });
}
