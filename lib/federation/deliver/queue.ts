import { and, asc, eq, lte, sql } from "drizzle-orm";
import { deliveries, sentActivities } from "@/db/schema/activities";
import { actors } from "@/db/schema/actors";
import { servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { GIVE_UP_AFTER, TRIES_IN_TURN } from "./back-off";

/** Deliveries of one round, so that no job lives for ever. */
export const ROUND = 50;

export type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];

/** What waits for a server, the oldest first; what failed too often, last. */
export function listWaiting({ db }: Context, domain: string) {
  return db
    .select({
      id: deliveries.id,
      inbox: deliveries.inbox,
      failures: deliveries.failures,
      retryAt: deliveries.retryAt,
      createdAt: deliveries.createdAt,
      actorId: sentActivities.actorId,
      actorUri: actors.uri,
      body: sentActivities.body,
    })
    .from(deliveries)
    .innerJoin(sentActivities, eq(sentActivities.id, deliveries.sentActivityId))
    .innerJoin(actors, eq(actors.id, sentActivities.actorId))
    .where(eq(deliveries.domain, domain))
    .orderBy(sql`${deliveries.failures} >= ${TRIES_IN_TURN}`, asc(deliveries.id))
    .limit(ROUND);
}

/**
 * It has arrived, so the server works. Does not wait for the disk: what a crash of the machine takes with it is
 * delivered again.
 */
export async function markDelivered({ db, now }: Context, domain: string, id: number): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    with gone as (delete from ${deliveries} using (select set_config('synchronous_commit', 'off', true)) as eased
      where id = ${id})
    update ${servers} set failures = 0, failing_since = null, retry_at = null, problem = '', delivered_at = ${at}
    where domain = ${domain} and (failures > 0 or problem <> '' or delivered_at is null
      or delivered_at < ${at} - interval '1 hour')`);
}

/** This one is tried again then; the others do not wait for it unless they are for the same inbox. */
export async function postpone({ db }: Context, id: number, retryAt: Date | null): Promise<void> {
  await db
    .update(deliveries)
    .set({ failures: sql`${deliveries.failures} + 1`, retryAt })
    .where(eq(deliveries.id, id));
}

/** Forgets one delivery that would never arrive, and counts it. */
export async function lose(ctx: Context, domain: string, { id, problem }: { id: number; problem: string }) {
  await ctx.db.delete(deliveries).where(eq(deliveries.id, id));
  await countLost(ctx, domain, { lost: 1, problem });
}

/** Forgets what waits there since too long, and answers how much that was. */
export async function loseOld(ctx: Context, domain: string, problem: string): Promise<number> {
  const since = new Date(ctx.now.getTime() - GIVE_UP_AFTER);
  const lost = await ctx.db
    .delete(deliveries)
    .where(and(eq(deliveries.domain, domain), lte(deliveries.createdAt, since)))
    .returning({ id: deliveries.id });
  if (lost.length > 0) await countLost(ctx, domain, { lost: lost.length, problem });
  return lost.length;
}

/** Nothing goes there any more. */
export async function dropAll({ db }: Context, domain: string): Promise<void> {
  await db.delete(deliveries).where(eq(deliveries.domain, domain));
}

async function countLost(
  { db, now }: Context,
  domain: string,
  { lost, problem }: { lost: number; problem: string },
) {
  await db
    .insert(servers)
    .values({ domain, lost, problem, createdAt: now })
    .onConflictDoUpdate({ target: servers.domain, set: { lost: sql`${servers.lost} + ${lost}`, problem } });
}
