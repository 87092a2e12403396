import { and, eq, isNull, lt } from "drizzle-orm";
import { actorFields, actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";

const week = 7 * 24 * 3_600_000;

/** One after the other, so that slow pages of strangers keep no mail waiting. */
export function enqueueVerification(tx: Context, fieldId: string): Promise<void> {
  return enqueue(tx, {
    task: "verify-field",
    payload: { fieldId },
    key: `verify-field:${fieldId}`,
    queue: "verify-fields",
    maxAttempts: 5,
  });
}

/** Looks again at links that were last seen a week ago, some hundred a day. */
export async function verifyDueFields(ctx: Context): Promise<void> {
  const due = await ctx.db
    .select({ id: actorFields.id })
    .from(actorFields)
    .innerJoin(actors, eq(actors.id, actorFields.actorId))
    .where(and(lt(actorFields.verifiedAt, new Date(ctx.now.getTime() - week)), isNull(actors.deletedAt)))
    .orderBy(actorFields.verifiedAt)
    .limit(1000);
  for (const { id } of due) await enqueueVerification(ctx, id);
}
