import { and, eq, isNull } from "drizzle-orm";
import { actorFields, actors } from "@/db/schema/actors";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { identityPath } from "@/lib/core/paths";
import { dropPages } from "@/lib/journal/drop-pages";
import { record } from "@/lib/journal/record";
import { actorTag } from "@/lib/journal/tags";
import { linkOf } from "./rules";
import { seeLinkBack } from "./verify-page";

type Line = { id: string; actorId: string; handle: string; value: string; verifiedAt: Date | null };

/** How long a mark outlives the page that earned it. */
const goodFor = 28 * 24 * 3_600_000;

/**
 * Looks whether the page that a line leads to links back, and marks the line or takes the mark away. A page
 * that cannot be reached proves nothing for four weeks. Part of a job: the page is asked outside of any transaction.
 */
export async function verifyField(ctx: Context, fieldId: string): Promise<void> {
  const line = await findLine(ctx, fieldId);
  const link = line && linkOf(line.value);
  if (!link) return;
  const seen = await seeLinkBack(link, env().ORIGIN + identityPath(line.handle));
  if (seen === "linked") await mark(ctx, line, ctx.now);
  else if (line.verifiedAt && (seen === "not_linked" || isWornOut(line.verifiedAt, ctx.now)))
    await mark(ctx, line, null);
}

async function findLine(ctx: Context, fieldId: string): Promise<Line | undefined> {
  const { id, actorId, value, verifiedAt } = actorFields;
  const [line] = await ctx.db
    .select({ id, actorId, handle: actors.handle, value, verifiedAt })
    .from(actorFields)
    .innerJoin(actors, eq(actors.id, actorId))
    .where(and(eq(id, fieldId), isNull(actors.domain), isNull(actors.deletedAt)));
  return line;
}

function isWornOut(verifiedAt: Date, now: Date): boolean {
  return now.getTime() - verifiedAt.getTime() > goodFor;
}

/** Others hear of it only when the mark comes or goes; a new date is a matter of our own pages. */
async function mark(ctx: Context, line: Line, verifiedAt: Date | null): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const marked = await tx.db
      .update(actorFields)
      .set({ verifiedAt })
      .where(and(eq(actorFields.id, line.id), eq(actorFields.value, line.value)))
      .returning({ id: actorFields.id });
    if (marked.length === 0) return;
    if (line.verifiedAt && verifiedAt) await dropPages(tx, [actorTag(line.actorId)]);
    else await record(tx, { kind: "identity.updated", actorId: line.actorId });
  });
}
