import type { Context } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { onCase } from "../cases/on-case";

/** Writes to whom it is about, in these words, in the name of the server. Each time is one letter. */
export function warnReported(
  ctx: Context,
  { caseId, reason }: { caseId: string; reason: string },
): Promise<void> {
  return onCase(ctx, caseId, async (tx, { actorId }) => {
    const logId = await writeLog(tx, { action: "identity.warned", actorId, caseId, reason });
    await record(tx, { kind: "identity.warned", actorId, logId });
  });
}
