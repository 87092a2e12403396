import { type SQL, sql } from "drizzle-orm";
import { journal } from "@/db/schema/journal";
import type { Context } from "@/lib/core/context";
import { addingJob } from "@/lib/jobs/enqueue";
import { droppingPages } from "./drop-pages";
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

/**
 * The same for much that happened at once. One statement for rows, jobs and pages: whoever waits for a lock waits for
 * each round trip.
 */
export async function recordAll(ctx: Context, facts: Fact[]): Promise<void> {
  if (facts.length === 0) return;
  const actorId = ctx.actor.kind === "identity" ? ctx.actor.actorId : null;
  const tags = [...new Set(facts.flatMap(tagsOf))];
  const rows = facts.map(({ kind, ...payload }) => ({ kind, payload }));
  await ctx.db.execute(sql`
    with written as (
      insert into ${journal} (kind, payload, actor_id, origin, created_at)
      select fact ->> 'kind', fact -> 'payload', ${actorId}::uuid, ${originOf(actorId)}, ${ctx.now.toISOString()}::timestamptz
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as fact
      returning id)
    select (select count(${addingJob("hear", sql`json_build_object('factId', id)`)}) from written),
      ${droppingPages(tags)}`);
}

function originOf(actorId: string | null): SQL {
  if (!actorId) return sql`'local'::fact_origin`;
  return sql`(
    select case when domain is null then 'local' else 'remote' end::fact_origin from actors where id = ${actorId}::uuid)`;
}
