import type { Context } from "@/lib/core/context";
import { authorize, notFound } from "@/lib/core/errors";
import { lockOwner, refuseReadyMadeOwner } from "@/lib/identities/own";
import { onCase } from "../cases/on-case";
import { closeAccount, reopenAccount } from "./close-account";

type Decision = { caseId: string; reason: string };

/**
 * Nobody signs in any more to the account behind an identity, whoever that is. `hides`: what all its identities announced
 * and said goes out of sight with it, and everybody can see that they belong together; else it stays, and each is suspended
 * for itself. Repeating it is harmless. Refuses with `account_not_found`, and with `not_allowed` for those who look after
 * the server.
 */
export function lockAccount(
  ctx: Context,
  { caseId, reason, hides = false }: Decision & { hides?: boolean },
): Promise<void> {
  return onCase(ctx, caseId, async (tx, { actorId }) => {
    const owner = await getOwner(tx, actorId);
    authorize(owner.role === "member");
    await refuseReadyMadeOwner(tx, actorId);
    await closeAccount(tx, owner, { actorId, caseId, reason, hides });
  });
}

/** Opens it again, with what went out of sight with it. Repeating it is harmless. Refuses with `account_not_found` and `undo_over`. */
export function openAccount(ctx: Context, { caseId, reason }: Decision): Promise<void> {
  return onCase(ctx, caseId, async (tx, { actorId }) => {
    await reopenAccount(tx, await getOwner(tx, actorId), { actorId, caseId, reason });
  });
}

async function getOwner(tx: Context, actorId: string) {
  const owner = await lockOwner(tx, actorId);
  if (!owner) throw notFound("account_not_found");
  return owner;
}
