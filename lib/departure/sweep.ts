import { and, eq, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { eventHosts } from "@/db/schema/event-hosts";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { listLeaving } from "@/lib/accounts/leaving";
import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { sweepDeleted } from "./erase-deleted";
import { sweepExports } from "./exports";

/** From time to time: has done what a job that was given up, or came too early, has left undone. */
export async function sweepDepartures(ctx: Context): Promise<void> {
  for (const accountId of await listLeaving(ctx)) {
    await enqueue(ctx, { task: "erase-account", payload: { accountId }, key: `erase-account:${accountId}` });
  }
  for (const actorId of await listHalfErased(ctx)) {
    await enqueue(ctx, { task: "erase-identity", payload: { actorId }, key: `erase-identity:${actorId}` });
  }
  await sweepDeleted(ctx);
  await sweepExports(ctx);
}

/** Identities that went an hour ago, of which something is left: an event may have been published in that moment. */
async function listHalfErased({ db, now }: Context): Promise<string[]> {
  const organizes = sql`exists (select 1 from ${events} where ${events.organizerId} = ${actors.id})`;
  const takesPart = sql`exists (select 1 from ${participations} where ${participations.actorId} = ${actors.id})`;
  const speaks = sql`exists (select 1 from ${comments}
    where ${comments.authorId} = ${actors.id} and ${comments.deletedAt} is null)`;
  const hosts = sql`exists (select 1 from ${eventHosts} where ${eventHosts.actorId} = ${actors.id})`;
  const rows = await db
    .select({ id: actors.id })
    .from(actors)
    .where(
      and(
        isNotNull(actors.deletedAt),
        isNull(actors.suspendedAt),
        lt(actors.deletedAt, new Date(now.getTime() - 3_600_000)),
        isNull(actors.domain),
        eq(actors.kind, "person"),
        or(ne(actors.name, ""), organizes, hosts, takesPart, speaks),
      ),
    );
  return rows.map(({ id }) => id);
}
