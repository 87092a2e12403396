import { eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { follows } from "@/db/schema/follows";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { acceptFollow, rejectFollow } from "@/lib/events/follow-answer";
import { canAdminister } from "@/lib/instance/policy";
import { writeLog } from "@/lib/journal/write-log";
import { getServerActor } from "../server-actor";

/** Lets another server follow this one; it is told. Repeating it, or of one that asks no more, is harmless. For administrators. */
export function acceptServerFollower(ctx: Context, followId: string): Promise<void> {
  return answer(ctx, followId, { say: acceptFollow, action: "server.follower_accepted" });
}

/** The same for a no, also to one that follows already. */
export function refuseServerFollower(ctx: Context, followId: string): Promise<void> {
  return answer(ctx, followId, { say: rejectFollow, action: "server.follower_refused" });
}

type Answer = {
  say: typeof acceptFollow;
  action: "server.follower_accepted" | "server.follower_refused";
};

function answer(ctx: Context, followId: string, { say, action }: Answer): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const [found] = await tx.db
      .select({ domain: actors.domain, status: follows.status })
      .from(follows)
      .innerJoin(actors, eq(actors.id, follows.followerId))
      .where(eq(follows.id, followId));
    const { id: actorId } = await getServerActor(tx);
    await say({ ...tx, actor: { kind: "identity", actorId } }, followId);
    const isSo = found?.status === "accepted" && say === acceptFollow;
    if (found?.domain && !isSo) await writeLog(tx, { action, details: { domain: found.domain } });
  });
}
