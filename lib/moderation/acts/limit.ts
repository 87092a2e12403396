import { eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { onCase } from "../cases/on-case";
import { lockActor } from "./lock-actor";

type Decision = { caseId: string; reason: string };

/**
 * From now on only those who follow it, or have an address of its pages, come across what it announces: no list and no
 * search shows it. Repeating it is harmless. Refuses with `identity_not_found`.
 */
export function limitReported(ctx: Context, { caseId, reason }: Decision): Promise<void> {
  return onCase(ctx, caseId, async (tx, { actorId }) => {
    const { limitedAt } = await lockActor(tx, actorId);
    if (limitedAt) return;
    await tx.db.update(actors).set({ limitedAt: tx.now }).where(eq(actors.id, actorId));
    const logId = await writeLog(tx, {
      ...{ action: "identity.limited", actorId, caseId, reason },
      before: { isLimited: false },
      after: { isLimited: true },
    });
    await record(tx, { kind: "identity.limited", actorId, logId });
  });
}

/** Shows it to everybody again. Repeating it is harmless. */
export function unlimitReported(ctx: Context, { caseId, reason }: Decision): Promise<void> {
  return onCase(ctx, caseId, async (tx, { actorId }) => {
    const { limitedAt } = await lockActor(tx, actorId);
    if (!limitedAt) return;
    await tx.db.update(actors).set({ limitedAt: null }).where(eq(actors.id, actorId));
    await writeLog(tx, {
      ...{ action: "identity.unlimited", actorId, caseId, reason },
      before: { isLimited: true },
      after: { isLimited: false },
    });
    await record(tx, { kind: "identity.unlimited", actorId });
  });
}
