import { moderationLog } from "@/db/schema/moderation-log";
import type { Context } from "@/lib/core/context";
import type { LogAction } from "@/lib/core/log-actions";

type Entry = {
  action: LogAction;
  /** Whom it is about. */
  actorId?: string | undefined;
  /** Which account it is about; never beside one of its identities, since the log would tie them to each other. */
  accountId?: string;
  caseId?: string;
  reason?: string;
  /** What it changed, as it was and as it is; nothing that somebody wrote: the log outlasts who goes. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** What else there is to know, such as the name of a server. */
  details?: Record<string, unknown>;
};

/**
 * Writes down what was done for the server, in the transaction in which it was done. Answers with the row's number. An
 * identity is never named as who did it: those who look after the server act as their accounts.
 */
export async function writeLog(tx: Context, { before, after, details, ...entry }: Entry): Promise<number> {
  const { actor } = tx;
  const [row] = await tx.db
    .insert(moderationLog)
    .values({
      ...entry,
      details: { ...details, ...(before && { before }), ...(after && { after }) },
      moderatorId: actor.kind === "account" ? actor.accountId : null,
      isServer: actor.kind === "system",
      createdAt: tx.now,
    })
    .returning({ id: moderationLog.id });
  return row!.id;
}
