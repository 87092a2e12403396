import { sql } from "drizzle-orm";
import { journal } from "@/db/schema/journal";
import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { dropPages } from "./drop-pages";
import type { Fact } from "./facts";
import { tagsOf } from "./tags";

/**
 * Writes down what happened, in the transaction in which it happened. Mail, federation and kept pages
 * hang off this row: whoever must hear of it does so after the commit, also when the process dies now.
 * The fact is "remote" when the actor is of another server, so that nothing is sent back to where it came from.
 */
export async function record(ctx: Context, fact: Fact): Promise<void> {
  const { kind, ...payload } = fact;
  const actorId = ctx.actor.kind === "identity" ? ctx.actor.actorId : null;
  const [row] = await ctx.db
    .insert(journal)
    .values({ kind, payload, actorId, origin: originOf(actorId), createdAt: ctx.now })
    .returning({ id: journal.id });
  await enqueue(ctx, { task: "hear", payload: { factId: row!.id } });
  await dropPages(ctx, tagsOf(fact));
}

function originOf(actorId: string | null) {
  if (!actorId) return "local" as const;
  return sql<"local" | "remote">`(
    select case when domain is null then 'local' else 'remote' end::fact_origin from actors where id = ${actorId})`;
}
