import { sql } from "drizzle-orm";
import { uuidV7 } from "@/db/columns";
import { receivedActivities } from "@/db/schema/activities";
import { servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { closeBreaker } from "../deliver/breaker";
import { domainOf } from "../uris";
import type { Envelope } from "./envelope";

/**
 * Writes down what a server sent, and the job that handles it, in one statement: what came before, from the same actor with
 * the same id and bytes, changes nothing. What one server sends is handled in its order, and keeps no other waiting.
 * That a server is heard from is written down once a minute; what waits for it goes out at once.
 */
export async function storeReceived(ctx: Context, { activity, digest }: Envelope): Promise<void> {
  const domain = domainOf(activity.actor);
  const at = sql`${ctx.now.toISOString()}::timestamptz`;
  const [heard] = await ctx.db.execute<{ was_failing: boolean | null }>(sql`
    with stored as (
      insert into ${receivedActivities} (id, actor_uri, activity_uri, digest, type, body, received_at)
      values (${uuidV7()}::uuid, ${activity.actor}, ${activity.id}, ${digest}, ${activity.type},
        ${JSON.stringify(activity)}::jsonb, ${at})
      on conflict do nothing returning id),
    told as (
      select graphile_worker.add_job('handle-activity', payload => json_build_object('receivedId', id),
        queue_name => ${`from:${domain}`}, max_attempts => 25) from stored),
    heard as (
      update ${servers} set received_at = ${at}
      where domain = ${domain} and (retry_at is not null or received_at is null
        or received_at < ${at} - interval '1 minute')
      returning retry_at)
    select (select count(*) from told) as told, (select retry_at is not null from heard) as was_failing`);
  if (heard?.was_failing) await closeBreaker(ctx, domain);
}
