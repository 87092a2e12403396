import { eq } from "drizzle-orm";
import type { ActorRow } from "@/db/schema/actors";
import { actors } from "@/db/schema/actors";
import { type Comment, comments } from "@/db/schema/comments";
import { type Event, events } from "@/db/schema/events";
import { tombstones } from "@/db/schema/tombstones";
import { deleteComment } from "@/lib/comments/delete";
import { type Context, inTransaction } from "@/lib/core/context";
import { eraseEvent } from "@/lib/departure/erase-event";
import { canManageEvent } from "@/lib/events/policy";
import { isGoneAtHome } from "../import/believed";
import { endRemoteActor } from "../import/forget-actor";
import { idIn } from "../read";
import { isSameOrigin } from "../uris";
import { handled, ignored, type Listener, type Outcome, refused } from "./listener";

/** So long a Create may come after the Delete that takes it back: others try again for days, not for months. */
const KEPT_DAYS = 30;

/**
 * Somebody takes back what they announced or said, or goes. Owners are believed; others of the same server only if what
 * they mean is gone there by now. What was never here leaves a mark for a while, so that a Create which comes late
 * does nothing.
 */
export const onDelete: Listener = async (ctx, activity, sender) => {
  const uri = idIn(activity.object);
  if (!uri) return refused("object_not_readable");
  if (uri === sender.uri) return end(ctx, sender.id);
  if (!isSameOrigin(uri, sender.uri)) return refused("not_theirs");
  const { db } = ctx;
  const [event] = await db.select().from(events).where(eq(events.uri, uri));
  const [comment] = event ? [] : await db.select().from(comments).where(eq(comments.uri, uri));
  const [actor] = event || comment ? [] : await db.select().from(actors).where(eq(actors.uri, uri));
  if (!event && !comment && !actor) return bury(ctx, uri);
  const isOwn = event ? canManageEvent(ctx.actor, event) : comment?.authorId === sender.id;
  if (!isOwn && !(await isGoneAtHome(ctx, uri))) return refused("not_theirs");
  if (event) return erase(ctx, event);
  return comment ? unsay(ctx, comment) : end(ctx, (actor as ActorRow).id);
};

async function end(ctx: Context, actorId: string): Promise<Outcome> {
  await inTransaction(ctx, (tx) => endRemoteActor(tx, actorId));
  return handled;
}

/** As its organiser, so that it is called off and told in their name, whoever of their server said it. */
async function erase(ctx: Context, { id, organizerId }: Event): Promise<Outcome> {
  await inTransaction({ ...ctx, actor: { kind: "identity", actorId: organizerId } }, async (tx) => {
    const [event] = await tx.db.select().from(events).where(eq(events.id, id)).for("update");
    if (event) await eraseEvent(tx, event);
  });
  return handled;
}

async function unsay(ctx: Context, { id, authorId, deletedAt }: Comment): Promise<Outcome> {
  if (deletedAt) return ignored("repeated");
  await deleteComment({ ...ctx, actor: { kind: "identity", actorId: authorId } }, id);
  return handled;
}

async function bury({ db, now }: Context, uri: string): Promise<Outcome> {
  const forgetAt = new Date(now.getTime() + KEPT_DAYS * 86_400_000);
  await db.insert(tombstones).values({ uri, deletedAt: now, forgetAt }).onConflictDoNothing();
  return ignored("not_known");
}
