import { asc, count, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { deliveries } from "@/db/schema/activities";
import { type Server, servers } from "@/db/schema/servers";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canAdminister } from "@/lib/instance/policy";
import { writeLog } from "@/lib/journal/write-log";
import { deliverSoon } from "../deliver/breaker";
import { countOfServers, type ServerCounts } from "./server-counts";

export const SERVERS_PER_PAGE = 20;

export type ListedServer = Server & ServerCounts;

/** The servers that something came from or goes to: those that do not answer first, then the latest heard of. For administrators. */
export async function listServers(ctx: Context, page: number): Promise<ListedServer[]> {
  authorize(canAdminister(ctx.actor));
  const rows = await ctx.db
    .select(getTableColumns(servers))
    .from(servers)
    .orderBy(
      sql`${servers.failingSince} is null`,
      desc(sql`coalesce(greatest(${servers.receivedAt}, ${servers.deliveredAt}), ${servers.createdAt})`),
      asc(servers.domain),
    )
    .limit(SERVERS_PER_PAGE)
    .offset((page - 1) * SERVERS_PER_PAGE);
  const countsOf = await countOfServers(
    ctx,
    rows.map(({ domain }) => domain),
  );
  return rows.map((row) => ({ ...row, ...countsOf(row.domain) }));
}

export async function countServers({ db }: Pick<Context, "db">): Promise<number> {
  const [row] = await db.select({ total: count() }).from(servers);
  return row!.total;
}

/** Sends what waits for a server now, however long it was to be left alone. For administrators. */
export function retryServer(ctx: Context, domain: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    await tx.db.update(servers).set({ retryAt: null }).where(eq(servers.domain, domain));
    await tx.db.update(deliveries).set({ retryAt: null }).where(eq(deliveries.domain, domain));
    await deliverSoon(tx, domain);
    await writeLog(tx, { action: "server.retried", details: { domain } });
  });
}

/**
 * Gives up what waits for a server, and what is known of how it works. Whom and what it told stays; it comes back to
 * the list by itself with the next thing that it sends, or is sent. For administrators.
 */
export function forgetServer(ctx: Context, domain: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    await tx.db.delete(deliveries).where(eq(deliveries.domain, domain));
    const forgotten = await tx.db.delete(servers).where(eq(servers.domain, domain)).returning();
    if (forgotten.length > 0) await writeLog(tx, { action: "server.forgotten", details: { domain } });
  });
}
