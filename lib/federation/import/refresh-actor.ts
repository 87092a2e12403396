import { eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { remoteActors } from "@/db/schema/remote-actors";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { importActor } from "./actor";
import { endRemoteActor } from "./forget-actor";

/** So long an actor is not found at home before it counts as gone: pages are lost by accident, too. */
const DAYS_MISSING = 7;

/** The job `refresh-actor`: asks for an actor again. One that has not been found for a week is gone. */
export async function refreshActor(ctx: Context, actorId: string): Promise<void> {
  const [known] = await ctx.db
    .select({ uri: actors.uri, refreshedAt: remoteActors.refreshedAt, deletedAt: actors.deletedAt })
    .from(actors)
    .innerJoin(remoteActors, eq(remoteActors.actorId, actors.id))
    .where(eq(actors.id, actorId));
  if (!known || known.deletedAt) return;
  try {
    await importActor(ctx, known.uri, { fresh: true });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const isMissing = ctx.now.getTime() - known.refreshedAt.getTime() > DAYS_MISSING * 86_400_000;
    if (error.reason === "actor_gone" && isMissing)
      await inTransaction(ctx, (tx) => endRemoteActor(tx, actorId));
  }
}
