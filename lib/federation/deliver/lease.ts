import { eq, isNull, lte, or, sql } from "drizzle-orm";
import { deliveries } from "@/db/schema/activities";
import { servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { cutOffSql } from "@/lib/instance/cut-off";

/** A round and the last answer of it take less. After a crash, others wait so long at most. */
const HELD_MS = 30_000;

/** What is known of a server that one has for oneself. */
export type Claimed = { retryAt: Date | null; isCutOff: boolean };

/**
 * Takes a server for oneself; null if somebody else has it. A queue of jobs for each server would do the same, but every
 * job, mails too, would lock each of those queues in turn (graphile-worker, getJobs).
 */
export async function claim({ db, now }: Context, domain: string): Promise<Claimed | null> {
  const busyUntil = new Date(now.getTime() + HELD_MS);
  const [claimed] = await db
    .insert(servers)
    .values({ domain, busyUntil, createdAt: now })
    .onConflictDoUpdate({
      target: servers.domain,
      set: { busyUntil },
      setWhere: or(isNull(servers.busyUntil), lte(servers.busyUntil, now)),
    })
    .returning({ retryAt: servers.retryAt, isCutOff: cutOffSql(sql`${domain}::text`) });
  return claimed ?? null;
}

/** Lets others have it. Answers whether more waits for it than these. */
export async function release({ db }: Context, domain: string, known: { id: number }[]): Promise<boolean> {
  const [released] = await db
    .update(servers)
    .set({ busyUntil: null })
    .where(eq(servers.domain, domain))
    .returning({
      hasMore: sql<boolean>`exists (select from ${deliveries} where ${deliveries.domain} = ${domain}
        and ${deliveries.id} <> all(${`{${known.map(({ id }) => id).join()}}`}::bigint[]))`,
    });
  return released?.hasMore ?? false;
}
