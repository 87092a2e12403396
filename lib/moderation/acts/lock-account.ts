import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { closeSessions } from "@/lib/accounts/session";
import type { Context } from "@/lib/core/context";
import { authorize, notFound } from "@/lib/core/errors";
import { findOwner, refuseReadyMadeOwner } from "@/lib/identities/own";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { onCase } from "../cases/on-case";
import type { StaffContext } from "../staff-context";

type Decision = { caseId: string; reason: string };

/**
 * Nobody signs in any more to the account behind an identity, whoever that is. What its identities announced and said
 * stays: would they all go at once, everybody could see which belong together. Repeating it is harmless. Refuses with
 * `account_not_found`, and with `not_allowed` for those who look after the server.
 */
export function lockAccount(ctx: Context, { caseId, reason }: Decision): Promise<void> {
  return onCase(ctx, caseId, async (tx, { actorId }) => {
    const owner = await getOwner(tx, actorId);
    authorize(owner.role === "member");
    await refuseReadyMadeOwner(tx, actorId);
    if (owner.suspendedAt) return;
    await tx.db.update(accounts).set({ suspendedAt: tx.now }).where(eq(accounts.id, owner.id));
    await closeSessions(tx, owner.id);
    const logId = await writeLog(tx, {
      ...{ action: "account.suspended", actorId, caseId, reason },
      before: { isLocked: false },
      after: { isLocked: true },
    });
    await record(tx, { kind: "account.suspended", accountId: owner.id, logId });
  });
}

/** Opens it again. Repeating it is harmless. Refuses with `account_not_found`. */
export function openAccount(ctx: Context, { caseId, reason }: Decision): Promise<void> {
  return onCase(ctx, caseId, async (tx, { actorId }) => {
    const owner = await getOwner(tx, actorId);
    if (!owner.suspendedAt) return;
    await tx.db.update(accounts).set({ suspendedAt: null }).where(eq(accounts.id, owner.id));
    await writeLog(tx, {
      ...{ action: "account.opened", actorId, caseId, reason },
      before: { isLocked: true },
      after: { isLocked: false },
    });
  });
}

async function getOwner(tx: StaffContext, actorId: string) {
  const owner = await findOwner(tx, actorId);
  if (!owner) throw notFound("account_not_found");
  return owner;
}
