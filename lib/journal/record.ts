import { sql } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { journal } from "@/db/schema/journal";
import type { Actor, Context } from "@/lib/core/context";
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

/** The same for much that one actor did at once, in one statement. */
export function recordAll(ctx: Context, facts: Fact[]): Promise<void> {
  return recordAllBy(
    ctx,
    facts.map((fact) => ({ actor: ctx.actor, fact })),
  );
}

/**
 * The same for what several actors did. One statement for rows, jobs and pages: whoever waits for a lock waits for each
 * round trip.
 */
export async function recordAllBy(ctx: Context, done: { actor: Actor; fact: Fact }[]): Promise<void> {
  if (done.length === 0) return;
  const tags = [...new Set(done.flatMap(({ fact }) => tagsOf(fact)))];
  const rows = done.map(({ actor, fact: { kind, ...payload } }) => ({
    kind,
    payload,
    actorId: actor.kind === "identity" ? actor.actorId : null,
  }));
  await ctx.db.execute(sql`
    with written as (
      insert into ${journal} (kind, payload, actor_id, origin, created_at)
      select fact ->> 'kind', fact -> 'payload', actors.id,
        (case when actors.domain is null then 'local' else 'remote' end)::fact_origin,
        ${ctx.now.toISOString()}::timestamptz
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as done (fact, position)
      left join ${actors} on actors.id = (fact ->> 'actorId')::uuid
      order by position
      returning id)
    select (select count(${addingJob("hear", sql`json_build_object('factId', id)`)}) from written),
      ${droppingPages(tags)}`);
}
