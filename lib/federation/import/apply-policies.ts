import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { readDomainPolicies } from "@/lib/instance/domain-policy";
import { dropPages } from "@/lib/journal/drop-pages";
import { record, recordAllBy } from "@/lib/journal/record";
import { actorTag, UPCOMING } from "@/lib/journal/tags";
import { hideActors, showActors } from "@/lib/moderation/acts/hide-actor";

/** Until when those of a suspended server are out of sight: as long as it is one. */
const WITH_SERVER = new Date("9999-01-01T00:00:00Z");
/** Rows of one transaction: nobody waits for long, and a kill undoes little. */
const ROWS_AT_ONCE = 100;
const SERVERS_AT_ONCE = 100;

/**
 * The job `apply-domain-policies`: what was taken in of servers before administrators decided about them. People of a suspended
 * one go out of sight with all that they announced and said, and come back with it; whom moderators took away besides stays
 * away. Events of a silenced one leave the lists; what is wanted comes back when it is asked for again. It looks for all that is
 * not as it was decided, whenever that was: so it may be killed and run again.
 */
export async function applyDomainPolicies(ctx: Context): Promise<void> {
  const policyOf = await readDomainPolicies(ctx.db);
  const are = (severity: string) => (domain: string) => policyOf(domain)?.severity === severity;
  const isSuspended = are("suspend");
  const known = await namesIn(ctx.db, actors.domain);
  await ofEach(known.filter(isSuspended), (some) => hideNext(ctx, some));
  const hidden = await listHidden(ctx.db);
  await ofEach(
    hidden.filter((domain) => !isSuspended(domain)),
    (some) => showNext(ctx, some),
  );
  const announcing = await namesIn(ctx.db, events.domain);
  await ofEach(announcing.filter(are("silence")), (some) => unlistNext(ctx, some));
}

/** The servers that stand there. From one name to the next: each costs a look into the index, however many rows it has. */
async function namesIn(db: Database, column: AnyPgColumn): Promise<string[]> {
  const { table } = column;
  const rows = await db.execute<{ domain: string }>(sql`
    with recursive names (domain) as (
      (select ${column} from ${table} where ${column} is not null order by ${column} limit 1)
      union all
      select (select ${column} from ${table} where ${column} > names.domain order by ${column} limit 1)
      from names where names.domain is not null)
    select domain from names where domain is not null`);
  return rows.map(({ domain }) => domain);
}

async function listHidden(db: Database): Promise<string[]> {
  const rows = await db.selectDistinct({ domain: actors.domain }).from(actors).where(isHidden);
  return rows.flatMap(({ domain }) => domain ?? []);
}

const isHidden = and(
  isNotNull(actors.suspendedAt),
  isNotNull(actors.deletedAt),
  eq(actors.suspendedUntil, WITH_SERVER),
);

/** Some rows of some servers after the other, as long as `next` finds any. */
async function ofEach(domains: string[], next: (some: string[]) => Promise<boolean>): Promise<void> {
  for (let at = 0; at < domains.length; at += SERVERS_AT_ONCE) {
    const some = domains.slice(at, at + SERVERS_AT_ONCE);
    while (await next(some));
  }
}

function hideNext(ctx: Context, domains: string[]): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const ids = await lockActors(tx, and(inArray(actors.domain, domains), isNull(actors.deletedAt)));
    if (ids.length === 0) return false;
    await hideActors(tx, ids, WITH_SERVER);
    await say(tx, ids, "identity.updated");
    return true;
  });
}

/** A name above may still be suspended: then they stay where they are. */
function showNext(ctx: Context, domains: string[]): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const ids = await lockActors(tx, and(inArray(actors.domain, domains), isHidden));
    if (ids.length === 0) return false;
    await showActors(tx, ids);
    await say(tx, ids, "identity.unsuspended");
    return true;
  });
}

async function lockActors({ db }: Context, which: ReturnType<typeof and>): Promise<string[]> {
  const rows = await db
    .select({ id: actors.id })
    .from(actors)
    .where(which)
    .orderBy(asc(actors.id))
    .limit(ROWS_AT_ONCE)
    .for("update");
  return rows.map(({ id }) => id);
}

/** As themselves, so that nothing of it is said to other servers. Of those who announced nothing there is nothing to write anew. */
async function say(
  tx: Context,
  ids: string[],
  kind: "identity.updated" | "identity.unsuspended",
): Promise<void> {
  const rows = await tx.db
    .selectDistinct({ actorId: events.organizerId })
    .from(events)
    .where(inArray(events.organizerId, ids));
  await dropPages(tx, [...ids.map(actorTag), UPCOMING]);
  await recordAllBy(
    tx,
    rows.map(({ actorId }) => ({ actor: { kind: "identity", actorId }, fact: { kind, actorId } })),
  );
}

function unlistNext(ctx: Context, domains: string[]): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const found = await tx.db
      .select({ id: events.id, organizerId: events.organizerId, hostIds: events.hostIds })
      .from(events)
      .where(and(inArray(events.domain, domains), eq(events.visibility, "public")))
      .orderBy(asc(events.id))
      .limit(ROWS_AT_ONCE)
      .for("update");
    if (found.length === 0) return false;
    const ids = found.map(({ id }) => id);
    await tx.db
      .update(events)
      .set({ visibility: "unlisted", updatedAt: tx.now })
      .where(inArray(events.id, ids));
    for (const { id: eventId, organizerId, hostIds } of found) {
      const as = { ...tx, actor: { kind: "identity" as const, actorId: organizerId } };
      await record(as, { kind: "event.updated", eventId, organizerId, hostIds, changed: ["visibility"] });
    }
    return true;
  });
}
