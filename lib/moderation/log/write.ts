import { moderationLog } from "@/db/schema/moderation-log";
import type { Actor, Context } from "@/lib/core/context";
import type { LogAction } from "../input";

/** A context in which a moderator or administrator acts. */
export type StaffContext = Context & { actor: Extract<Actor, { kind: "account" }> };

type Entry = {
  action: LogAction;
  /** Whom it is about. */
  actorId?: string;
  caseId?: string;
  reason?: string;
  /** What it changed, as it was and as it is; nothing that somebody wrote: the log outlasts who goes. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Writes down what a moderator did, in the transaction in which they did it. Answers with the row's number. */
export async function writeLog(tx: StaffContext, { before, after, ...entry }: Entry): Promise<number> {
  const details = { ...(before && { before }), ...(after && { after }) };
  const [row] = await tx.db
    .insert(moderationLog)
    .values({ ...entry, details, moderatorId: tx.actor.accountId, createdAt: tx.now })
    .returning({ id: moderationLog.id });
  return row!.id;
}
