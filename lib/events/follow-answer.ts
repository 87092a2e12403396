import { eq } from "drizzle-orm";
import { type Follow, follows } from "@/db/schema/follows";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";

/** Whoever is followed says yes. Saying it twice, or of what was taken back meanwhile, is harmless. */
export function acceptFollow(ctx: Context, followId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const follow = await lockOwn(tx, followId);
    if (follow?.status !== "pending") return;
    await tx.db.update(follows).set({ status: "accepted" }).where(eq(follows.id, followId));
    await record(tx, { kind: "identity.follow_accepted", actorId: follow.followerId, followId });
  });
}

/** Whoever is followed says no, also to somebody who did follow. Repeating it is harmless. */
export function rejectFollow(ctx: Context, followId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const follow = await lockOwn(tx, followId);
    if (!follow) return;
    await tx.db.delete(follows).where(eq(follows.id, followId));
    const { followerId: actorId, uri } = follow;
    await record(tx, { kind: "identity.follow_rejected", actorId, uri });
  });
}

/** Nobody but the one who is followed decides (`not_allowed`). */
async function lockOwn({ db, actor }: Context, followId: string): Promise<Follow | undefined> {
  const [follow] = await db.select().from(follows).where(eq(follows.id, followId)).for("update");
  if (follow) authorize(actor.kind === "identity" && actor.actorId === follow.followedId);
  return follow;
}
