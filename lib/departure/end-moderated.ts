import { and, asc, eq, isNotNull, isNull, lt, lte, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { deleteComment } from "@/lib/comments/delete";
import { type Context, inTransaction } from "@/lib/core/context";
import { managersOf } from "@/lib/events/hosts/hosting";
import { removeEvent } from "@/lib/events/remove";
import { endIdentity } from "@/lib/identities/delete";
import { disownIdentity, lockOwner } from "@/lib/identities/own";
import { enqueue } from "@/lib/jobs/enqueue";
import { leaveTombstone } from "@/lib/journal/leave-tombstone";
import { record } from "@/lib/journal/record";
import { showActor } from "@/lib/moderation/acts/hide-actor";
import { stayWithAccount } from "@/lib/moderation/acts/hide-with-account";
import { undoableSince } from "@/lib/moderation/acts/undo-time";

/** At most so many of each at a time: what is left waits for the next. */
const MOST = 500;

/**
 * From time to time: brings back whose suspension is over, and deletes what moderators took away so long ago that they
 * cannot put it back. Other servers hear of the deletion as of any other.
 */
export async function endModerated(ctx: Context): Promise<void> {
  await liftDue(ctx);
  await deleteEvents(ctx);
  await deleteComments(ctx);
  await deleteSuspended(ctx);
}

async function liftDue(ctx: Context): Promise<void> {
  const due = and(isNotNull(actors.suspendedAt), lte(actors.suspendedUntil, ctx.now));
  const rows = await ctx.db.select({ id: actors.id }).from(actors).where(due).limit(MOST);
  for (const { id } of rows)
    await inTransaction(ctx, async (tx) => {
      const owner = await lockOwner(tx, id);
      const [actor] = await tx.db
        .select({ id: actors.id })
        .from(actors)
        .where(and(eq(actors.id, id), due))
        .for("no key update");
      if (actor && owner?.hiddenAt) await stayWithAccount(tx, id, owner.hiddenAt);
      else if (actor) await showActor(tx, actor);
    });
}

/** Who was to come heard of it when it was taken away. */
async function deleteEvents(ctx: Context): Promise<void> {
  const due = and(eq(events.removal, "moderators"), lt(events.deletedAt, undoableSince(ctx.now)));
  const rows = await ctx.db.select({ id: events.id }).from(events).where(due).limit(MOST);
  for (const { id } of rows)
    await inTransaction(ctx, async (tx) => {
      const [event] = await tx.db
        .select()
        .from(events)
        .where(and(eq(events.id, id), due))
        .for("update");
      if (!event) return;
      const { uri, organizerId } = event;
      await removeEvent(tx, event);
      await leaveTombstone(tx, uri);
      await record(
        { ...tx, actor: { kind: "identity", actorId: organizerId } },
        { kind: "event.deleted", eventId: id, ...managersOf(event), uri },
      );
    });
}

async function deleteComments(ctx: Context): Promise<void> {
  const rows = await ctx.db
    .select({ id: comments.id, authorId: comments.authorId })
    .from(comments)
    .innerJoin(events, eq(events.id, comments.eventId))
    .where(
      and(
        eq(comments.status, "removed"),
        lt(comments.removedAt, undoableSince(ctx.now)),
        isNull(comments.deletedAt),
        isNull(events.deletedAt),
      ),
    )
    .orderBy(asc(comments.removedAt))
    .limit(MOST);
  for (const { id, authorId } of rows)
    await deleteComment({ ...ctx, actor: { kind: "identity", actorId: authorId } }, id);
}

/**
 * Of this server: as when its owner deletes it, and with its account if that has no other. Of another: what it announced
 * and said goes, and it stays out of sight for ever.
 */
async function deleteSuspended(ctx: Context): Promise<void> {
  const due = and(isNull(actors.suspendedUntil), lt(actors.suspendedAt, undoableSince(ctx.now)));
  const rows = await ctx.db
    .select({ id: actors.id, domain: actors.domain })
    .from(actors)
    .where(and(due, ne(actors.name, "")))
    .limit(MOST);
  for (const { id: actorId, domain } of rows) {
    const payload = { actorId };
    if (domain) await enqueue(ctx, { task: "forget-actor", payload, key: `forget-actor:${actorId}` });
    else await inTransaction(ctx, (tx) => deleteLocal(tx, actorId));
  }
}

async function deleteLocal(tx: Context, actorId: string): Promise<void> {
  const accountId = await disownIdentity(tx, actorId);
  if (!accountId) {
    await endIdentity(tx, actorId);
    const payload = { actorId };
    return enqueue(tx, { task: "erase-identity", payload, key: `erase-identity:${actorId}` });
  }
  const isMember = and(eq(accounts.id, accountId), eq(accounts.role, "member"));
  await tx.db.update(accounts).set({ leavesAt: tx.now }).where(isMember);
}
