import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { type ActorRow, actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { findDomainPolicy } from "@/lib/instance/domain-policy";
import { record } from "@/lib/journal/record";
import { hideActor, showActor } from "@/lib/moderation/acts/hide-actor";

/** Until when those of a suspended server are out of sight: as long as it is one. */
const WITH_SERVER = new Date("9999-01-01T00:00:00Z");

/**
 * The job `apply-domain-policy`: what was taken in of a server before administrators decided about it. People of a suspended
 * one go out of sight with all that they announced and said, and come back with it; whom moderators took away besides stays
 * away. Events of a silenced one leave the lists; what is wanted comes back when it is asked for again.
 */
export async function applyDomainPolicy(ctx: Context, domain: string): Promise<void> {
  while (await hideNext(ctx, domain));
  while (await showNext(ctx, domain));
  while (await unlistNext(ctx, domain));
}

/** Its own name and those below it, with whatever port. */
function isOf(column: AnyPgColumn, domain: string): SQL | undefined {
  const host = sql`regexp_replace(${column}, ':[0-9]+$', '')`;
  return or(
    eq(column, domain),
    sql`${host} = ${domain}`,
    sql`right(${host}, ${domain.length + 1}) = ${`.${domain}`}`,
  );
}

async function hideNext(ctx: Context, domain: string): Promise<boolean> {
  const policy = await findDomainPolicy(ctx.db, domain);
  if (policy?.severity !== "suspend") return false;
  return next(ctx, and(isOf(actors.domain, domain), isNull(actors.deletedAt)), async (tx, actor) => {
    await hideActor(tx, actor, WITH_SERVER);
    await record(tx, { kind: "identity.updated", actorId: actor.id });
  });
}

/** A name above may still be suspended: then they stay where they are. */
async function showNext(ctx: Context, domain: string): Promise<boolean> {
  const policy = await findDomainPolicy(ctx.db, domain);
  if (policy?.severity === "suspend") return false;
  const isHidden = and(isNotNull(actors.deletedAt), eq(actors.suspendedUntil, WITH_SERVER));
  return next(ctx, and(isOf(actors.domain, domain), isHidden), showActor);
}

/** One actor a transaction, as themselves: nothing of it is said to other servers. */
async function next(
  ctx: Context,
  which: SQL | undefined,
  work: (tx: Context, actor: ActorRow) => Promise<void>,
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const [actor] = await tx.db
      .select()
      .from(actors)
      .where(which)
      .orderBy(asc(actors.id))
      .limit(1)
      .for("update");
    if (actor) await work({ ...tx, actor: { kind: "identity", actorId: actor.id } }, actor);
    return Boolean(actor);
  });
}

async function unlistNext(ctx: Context, domain: string): Promise<boolean> {
  const policy = await findDomainPolicy(ctx.db, domain);
  if (policy?.severity !== "silence") return false;
  return inTransaction(ctx, async (tx) => {
    const isListed = and(isOf(events.domain, domain), eq(events.visibility, "public"));
    const [event] = await tx.db
      .select()
      .from(events)
      .where(isListed)
      .orderBy(asc(events.id))
      .limit(1)
      .for("update");
    if (!event) return false;
    const { id, organizerId, hostIds } = event;
    await tx.db.update(events).set({ visibility: "unlisted", updatedAt: tx.now }).where(eq(events.id, id));
    const as = { ...tx, actor: { kind: "identity" as const, actorId: organizerId } };
    await record(as, { kind: "event.updated", eventId: id, organizerId, hostIds, changed: ["visibility"] });
    return true;
  });
}
