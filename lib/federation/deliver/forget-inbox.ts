import { eq, inArray, or } from "drizzle-orm";
import { deliveries, toldInboxes } from "@/db/schema/activities";
import { follows } from "@/db/schema/follows";
import { remoteActors } from "@/db/schema/remote-actors";
import { type Context, inTransaction } from "@/lib/core/context";
import { recordAllBy } from "@/lib/journal/record";

/** Whether this is the inbox of one actor alone. */
export async function isPersonal({ db }: Context, inbox: string): Promise<boolean> {
  return (await db.$count(remoteActors, eq(remoteActors.inbox, inbox))) > 0;
}

/** Nobody is behind this inbox any more (410): whoever was follows nobody here, and gets nothing. */
export function forgetInbox(ctx: Context, inbox: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const behind = tx.db
      .select({ id: remoteActors.actorId })
      .from(remoteActors)
      .where(or(eq(remoteActors.inbox, inbox), eq(remoteActors.sharedInbox, inbox)));
    const ended = await tx.db
      .delete(follows)
      .where(inArray(follows.followerId, behind))
      .returning({ followerId: follows.followerId, actorId: follows.followedId, uri: follows.uri });
    const done = ended.map(({ followerId, ...fact }) => ({
      actor: { kind: "identity" as const, actorId: followerId },
      fact: { kind: "identity.unfollowed" as const, ...fact },
    }));
    await recordAllBy(tx, done);
    await tx.db.delete(deliveries).where(eq(deliveries.inbox, inbox));
    await tx.db.delete(toldInboxes).where(eq(toldInboxes.inbox, inbox));
  });
}
