import { onAccount } from "@/lib/accounts/administration/on-account";
import { requireOtherAdministrator } from "@/lib/accounts/leaving";
import type { Context } from "@/lib/core/context";
import { closeAccount, reopenAccount } from "./close-account";

type Decision = { accountId: string; reason: string };

/**
 * Nobody signs in to the account any more; its owner gets the reason by mail. `hides`: what its identities announced and
 * said goes out of sight with it, and everybody can see that they belong together; else it stays. Repeating it is harmless.
 * Refuses as `onAccount` does, and with `last_administrator`.
 */
export function lockByHand(
  ctx: Context,
  { accountId, reason, hides = false }: Decision & { hides?: boolean },
): Promise<void> {
  return onAccount(ctx, accountId, async (tx, account) => {
    if (account.role === "administrator" && !account.suspendedAt)
      await requireOtherAdministrator(tx, accountId);
    await closeAccount(tx, account, { accountId, reason, hides });
  });
}

/** Opens it again, with what went out of sight with it. Repeating it is harmless. Refuses as `onAccount` does, and with `undo_over`. */
export function openByHand(ctx: Context, { accountId, reason }: Decision): Promise<void> {
  return onAccount(ctx, accountId, (tx, account) => reopenAccount(tx, account, { accountId, reason }));
}
