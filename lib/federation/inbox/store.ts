import { sql } from "drizzle-orm";
import { PgTransaction } from "drizzle-orm/pg-core";
import { uuidV7 } from "@/db/columns";
import { receivedActivities } from "@/db/schema/activities";
import { servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { inTurns } from "@/lib/core/in-turns";
import { closeBreaker } from "../deliver/breaker";
import { domainOf } from "../uris";
import type { Envelope } from "./envelope";

type Call = { ctx: Context; envelope: Envelope };

/** Whatever comes while others are being written down is written together after them, with one commit. */
const storeInTurn = inTurns(async (calls: Call[]) => {
  const [{ ctx }] = calls as [Call];
  await storeAll(
    ctx,
    calls.map(({ envelope }) => envelope),
  );
  return calls.map(() => ({ answer: undefined }));
});

/**
 * Writes down what a server sent, and the job that handles it, in one statement: what came before, from the same actor with
 * the same id and bytes, changes nothing. What one server sends is handled in its order.
 */
export async function storeReceived(ctx: Context, envelope: Envelope): Promise<void> {
  if (ctx.db instanceof PgTransaction) await storeAll(ctx, [envelope]);
  else await storeInTurn("received", { ctx, envelope });
}

/**
 * That a server is heard from is written down once a minute, and always while something is on its way to it; what waits
 * for it goes out at once.
 */
async function storeAll(ctx: Context, envelopes: Envelope[]): Promise<void> {
  const rows = envelopes.map(({ activity, digest }, position) => ({
    id: uuidV7(),
    position,
    digest,
    domain: domainOf(activity.actor),
    queue: queueOf(domainOf(activity.actor)),
    actor_uri: activity.actor,
    activity_uri: activity.id,
    type: activity.type,
    body: activity,
  }));
  const at = sql`${ctx.now.toISOString()}::timestamptz`;
  const heard = await ctx.db.execute<{ domain: string | null }>(sql`
    with incoming as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as row (id uuid, position int, digest text,
        domain text, queue text, actor_uri text, activity_uri text, type text, body jsonb)),
    stored as (
      insert into ${receivedActivities} (id, actor_uri, activity_uri, digest, type, body, received_at)
      select id, actor_uri, activity_uri, digest, type, body, ${at} from incoming order by position
      on conflict do nothing returning id),
    jobs as (
      select array_agg(('handle-activity', json_build_object('receivedId', id), queue, null, 25, null,
        null, null)::graphile_worker.job_spec order by position) as specs
      from stored join incoming using (id)),
    told as (select count(*) from graphile_worker.add_jobs((select coalesce(specs, '{}') from jobs))),
    heard as (
      update ${servers} set received_at = ${at}
      where domain in (select domain from incoming) and (retry_at is not null or busy_until > ${at}
        or received_at is null or received_at < ${at} - interval '1 minute')
      returning domain, retry_at is not null as was_failing)
    select told.count, heard.domain from told left join heard on was_failing`);
  for (const { domain } of heard) if (domain) await closeBreaker(ctx, domain);
}

/** Taking a job costs as much as there are queues, so servers share some. */
const QUEUES = 16;

/** The queue in which what this server sends is handled, in its order. */
export function queueOf(domain: string): string {
  const sum = [...domain].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) >>> 0, 7);
  return `from:${sum % QUEUES}`;
}
