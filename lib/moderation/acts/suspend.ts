import type { ActorRow } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { lockOwner, refuseReadyMadeOwner } from "@/lib/identities/own";
import { markHiddenWithAccount } from "@/lib/identities/with-account";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { onCase } from "../cases/on-case";
import { hideActor, showActor } from "./hide-actor";
import { lockActor } from "./lock-actor";
import { undoableSince } from "./undo-time";

/** `span` in days; null: until somebody lifts it, and after 30 days it is deleted. */
type Suspension = { caseId: string; reason: string; span: number | null };

/**
 * Takes an identity, of here or of another server, out of sight with all that it announced and said. Its owner still signs
 * in, but acts as it no more. Again: for another time, and from now on for itself if it went with its account. Refuses with `identity_not_found`.
 */
export function suspendReported(ctx: Context, { caseId, reason, span }: Suspension): Promise<void> {
  return onCase(ctx, caseId, async (tx, { actorId }) => {
    const { actor, isWithAccount } = await lockBoth(tx, actorId);
    await refuseReadyMadeOwner(tx, actorId);
    const until = span === null ? null : new Date(tx.now.getTime() + span * 86_400_000);
    const isSame = actor.suspendedAt && actor.suspendedUntil?.getTime() === until?.getTime();
    if (isSame && !isWithAccount) return;
    await hideActor(tx, actor, until);
    await markHiddenWithAccount(tx, [actorId], { isHiddenWithAccount: false });
    const logId = await writeLog(tx, {
      ...{ action: "identity.suspended", actorId, caseId, reason },
      before: stateOf(actor, isWithAccount),
      after: { isSuspended: true, until: until?.toISOString() ?? null },
    });
    const wasHidden = actor.suspendedAt ? ({ wasHidden: true } as const) : {};
    await record(tx, { kind: "identity.suspended", actorId, logId, ...wasHidden });
  });
}

/**
 * Brings it back with all that went out of sight with it; it alone, if it went with its account, which stays locked.
 * Repeating it is harmless. Refuses with `undo_over` after 30 days.
 */
export function unsuspendReported(
  ctx: Context,
  { caseId, reason }: Pick<Suspension, "caseId" | "reason">,
): Promise<void> {
  return onCase(ctx, caseId, async (tx, { actorId }) => {
    const { actor, isWithAccount } = await lockBoth(tx, actorId);
    if (!actor.suspendedAt) return;
    if (!actor.suspendedUntil && actor.suspendedAt < undoableSince(tx.now)) throw conflict("undo_over");
    await showActor(tx, actor);
    await markHiddenWithAccount(tx, [actorId], { isHiddenWithAccount: false });
    await writeLog(tx, {
      ...{ action: "identity.unsuspended", actorId, caseId, reason },
      before: stateOf(actor, isWithAccount),
      after: { isSuspended: false },
    });
  });
}

/** The account first, as whoever locks it does. */
async function lockBoth(tx: Context, actorId: string) {
  const owner = await lockOwner(tx, actorId);
  return { actor: await lockActor(tx, actorId), isWithAccount: owner?.isHiddenWithAccount ?? false };
}

function stateOf({ suspendedAt, suspendedUntil }: ActorRow, isWithAccount: boolean) {
  if (!suspendedAt) return { isSuspended: false };
  const until = suspendedUntil?.toISOString() ?? null;
  return { isSuspended: true, until, ...(isWithAccount && { withAccount: true }) };
}
