import { type SQL, sql } from "drizzle-orm";
import { uuidV7 } from "@/db/columns";
import { deliveries, sentActivities, toldInboxes } from "@/db/schema/activities";
import { actors } from "@/db/schema/actors";
import { follows } from "@/db/schema/follows";
import { remoteActors } from "@/db/schema/remote-actors";
import { servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { cutOffSql } from "@/lib/instance/cut-off";
import type { Activity } from "../activity";
import { CONTEXT } from "../context";
import { type Form, type Passing, softwareOf, takesCreates } from "../software";

/**
 * Who gets it: these actors, the followers of these, and whoever ever heard of this one (`toldInboxes`). Those of this
 * server get nothing: they have it.
 */
export type Recipients = { actorIds?: string[]; followersOf?: string | string[]; hearersOf?: string };

type Sending = {
  /** Who says it, an actor of this server. */
  actorId: string;
  activity: Activity;
  to: Recipients;
  /** Only to servers whose software shows events in this way, or takes them so; absent: to all. */
  form?: Form | Passing;
  /** Whom else of this server it tells something of: should they go, whoever heard it hears that too. */
  aboutId?: string;
};

/**
 * Says something to other servers, in the caller's transaction: once for each activity id and form, however often it is
 * called. Every inbox gets it once, shared ones for all behind them; servers that are cut off get nothing. Where nobody is to
 * get it, nothing is kept of it. One statement: readers of facts call it much.
 */
export async function sendActivity(
  tx: Context,
  { actorId, activity, to, form, aboutId }: Sending,
): Promise<void> {
  const at = sql`${tx.now.toISOString()}::timestamptz`;
  const body = JSON.stringify({ "@context": CONTEXT, ...activity });
  await tx.db.execute(sql`
    with inboxes as (${inboxesOf(to)}),
    told as (
      select inbox, found.domain
      from (select inbox, substring(inbox from '^https?://([^/?#]+)') as domain from inboxes) as found
      left join ${servers} on ${servers.domain} = found.domain
      where found.domain is not null and ${readsForm(form)} and not ${cutOffSql(sql`found.domain`)}),
    sent as (
      insert into ${sentActivities} (id, uri, form, actor_id, body, created_at)
      select ${uuidV7()}::uuid, ${activity.id}, ${form ?? ""}, ${actorId}::uuid, ${body}, ${at}
      where exists (select from told)
      on conflict do nothing returning id),
    waiting as (
      insert into ${deliveries} (sent_activity_id, inbox, domain, created_at)
      select sent.id, inbox, domain, ${at} from sent cross join told
      returning domain, inbox),
    remembered as (
      insert into ${toldInboxes} (actor_id, inbox)
      select actor_id, inbox from waiting cross join unnest(${listed([actorId, aboutId])}::uuid[]) as of_whom (actor_id)
      on conflict do nothing)
    select count(graphile_worker.add_job('deliver', payload => json_build_object('domain', domain),
      job_key => 'deliver:' || domain, max_attempts => 25))
    from (select distinct domain from waiting) as waiting`);
}

function inboxesOf({ actorIds = [], followersOf = [], hearersOf }: Recipients): SQL {
  const inboxes = sql`select coalesce(${remoteActors.sharedInbox}, ${remoteActors.inbox}) as inbox
    from ${remoteActors} join ${actors} on ${actors.id} = ${remoteActors.actorId}
    where ${actors.deletedAt} is null and (${actors.id} = any(${listed(actorIds)}::uuid[])
      or ${actors.id} in (select ${follows.followerId} from ${follows}
        where ${follows.followedId} = any(${listed([followersOf].flat())}::uuid[])
        and ${follows.status} = 'accepted'))`;
  const heard = sql`select ${toldInboxes.inbox} from ${toldInboxes}
    where ${toldInboxes.actorId} = ${hearersOf ?? null}::uuid`;
  return sql`${inboxes} union ${heard}`;
}

/** As a literal of PostgreSQL; what is not there is left out. */
function listed(ids: (string | undefined)[]): string {
  return `{${ids.filter(Boolean).join()}}`;
}

function readsForm(form: Sending["form"]): SQL {
  if (!form) return sql`true`;
  const { summaries, notes } = softwareOf;
  const software = sql`coalesce(${servers.software}, '')`;
  const isOneOf = (names: readonly string[]) => sql`${software} = any(${`{${names.join()}}`}::text[])`;
  if (form === "creates") return isOneOf(takesCreates);
  if (form === "objects") return sql`not ${isOneOf(takesCreates)}`;
  if (form === "events") return sql`not ${isOneOf([...summaries, ...notes])}`;
  return isOneOf(form === "summaries" ? summaries : notes);
}
