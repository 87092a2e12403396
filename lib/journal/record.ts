import { sql } from "drizzle-orm";
import { journal } from "@/db/schema/journal";
import type { Context } from "@/lib/core/context";
import { enqueueAll } from "@/lib/jobs/enqueue";
import { dropPages } from "./drop-pages";
import type { Fact } from "./facts";
import { tagsOf } from "./tags";

/**
 * Writes down what happened, in the transaction in which it happened. Mail, federation and kept pages
 * hang off this row: whoever must hear of it does so after the commit, also when the process dies now.
 * The fact is "remote" when the actor is of another server, so that nothing is sent back to where it came from.
 */
export function record(ctx: Context, fact: Fact): Promise<void> {
  return recordAll(ctx, [fact]);
}

/** The same for much that happened at once, in as few statements. */
export async function recordAll(ctx: Context, facts: Fact[]): Promise<void> {
  if (facts.length === 0) return;
  const actorId = ctx.actor.kind === "identity" ? ctx.actor.actorId : null;
  const origin = originOf(actorId);
  const rows = facts.map(({ kind, ...payload }) => ({ kind, payload, actorId, origin, createdAt: ctx.now }));
  const written = await ctx.db.insert(journal).values(rows).returning({ id: journal.id });
  await enqueueAll(ctx, { task: "hear", jobs: written.map(({ id }) => ({ payload: { factId: id } })) });
  await dropPages(ctx, [...new Set(facts.flatMap(tagsOf))]);
}

function originOf(actorId: string | null) {
  if (!actorId) return "local" as const;
  return sql<"local" | "remote">`(
    select case when domain is null then 'local' else 'remote' end::fact_origin from actors where id = ${actorId})`;
}
