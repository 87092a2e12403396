import { and, asc, eq, isNotNull, or, sql } from "drizzle-orm";
import { actorKeys } from "@/db/schema/actor-keys";
import { actorFields, actors } from "@/db/schema/actors";
import { blocks } from "@/db/schema/blocks";
import { commentMentions } from "@/db/schema/comments";
import { eventInvitations } from "@/db/schema/event-invitations";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { remoteActors } from "@/db/schema/remote-actors";
import { type Context, inTransaction } from "@/lib/core/context";
import { eraseNextComment } from "@/lib/departure/erase-comment";
import { eraseEvent } from "@/lib/departure/erase-event";
import { eraseNextHosting } from "@/lib/departure/erase-hosting";
import { eraseNextParticipation } from "@/lib/departure/erase-participation";
import { eraseReports } from "@/lib/departure/erase-reports";
import { endIdentity } from "@/lib/identities/delete";
import { enqueue } from "@/lib/jobs/enqueue";
import { removePicture } from "@/lib/media/remove";

/** At the commit nobody sees it any more; what it announced and said goes by a job. Repeating it is harmless. */
export async function endRemoteActor(tx: Context, actorId: string): Promise<void> {
  await endIdentity(tx, actorId);
  await enqueue(tx, { task: "forget-actor", payload: { actorId }, key: `forget-actor:${actorId}` });
}

/**
 * The job `forget-actor`: an actor of another server is gone there, so what it announced, said and joined here goes, as
 * with an identity of ours; those who were to come are told. One transaction a step, so it may be killed anywhere.
 */
export async function forgetActor(ctx: Context, actorId: string): Promise<void> {
  const step = (work: (tx: Context, actorId: string) => Promise<boolean>) =>
    inTransaction({ ...ctx, actor: { kind: "identity", actorId } }, async (tx) => {
      const [gone] = await tx.db
        .select({ id: actors.id })
        .from(actors)
        .where(and(eq(actors.id, actorId), isNotNull(actors.domain), isNotNull(actors.deletedAt)))
        .for("no key update");
      return gone ? work(tx, actorId) : false;
    });
  while (await step(eraseNextOwnEvent));
  while (await step(eraseNextHosting));
  while (await step(eraseNextParticipation));
  while (await step(eraseNextComment));
  await step(eraseFace);
}

/** Nobody takes an event of another server over: where it goes is decided there. */
async function eraseNextOwnEvent(tx: Context, actorId: string): Promise<boolean> {
  const [event] = await tx.db
    .select()
    .from(events)
    .where(eq(events.organizerId, actorId))
    .orderBy(asc(events.id))
    .limit(1)
    .for("update");
  if (event) await eraseEvent(tx, event);
  return Boolean(event);
}

/** Its id stays, so that it does not come back by what others still say of it. */
async function eraseFace({ db, now, actor }: Context, actorId: string): Promise<boolean> {
  const tx = { db, now, actor };
  const [face] = await db.select().from(actors).where(eq(actors.id, actorId));
  await db
    .update(events)
    .set({ hostIds: sql`array_remove(${events.hostIds}, ${actorId}::uuid)` })
    .where(sql`${events.hostIds} @> array[${actorId}::uuid]`);
  await db.delete(actorFields).where(eq(actorFields.actorId, actorId));
  await db.delete(actorKeys).where(eq(actorKeys.actorId, actorId));
  await db.delete(commentMentions).where(eq(commentMentions.actorId, actorId));
  await eraseReports(tx, actorId);
  await db.delete(blocks).where(eq(blocks.blockedId, actorId));
  await db.delete(eventInvitations).where(eq(eventInvitations.actorId, actorId));
  await db.delete(follows).where(or(eq(follows.followerId, actorId), eq(follows.followedId, actorId)));
  await db.delete(remoteActors).where(eq(remoteActors.actorId, actorId));
  await db
    .update(actors)
    .set({ name: "", summary: "", summaryHtml: "", avatarId: null, bannerId: null, updatedAt: now })
    .where(eq(actors.id, actorId));
  await removePicture(tx, face?.avatarId ?? null);
  await removePicture(tx, face?.bannerId ?? null);
  return false;
}
