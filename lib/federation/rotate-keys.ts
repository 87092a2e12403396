import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { actorKeys } from "@/db/schema/actor-keys";
import { type ActorRow, actors } from "@/db/schema/actors";
import { type Context, inTransaction } from "@/lib/core/context";
import { rotateKey } from "./keys";
import { updateActorElsewhere } from "./outbox/identities";
import { nonceOf } from "./outbox/nonce";

/**
 * Gives every actor of this server that has a key a new one, or only the actor with this handle, and says so to whoever
 * ever heard of it. Each in a transaction of its own, so that it may be stopped and run again. Answers how many.
 */
export async function rotateKeys(ctx: Context, { handle }: { handle?: string } = {}): Promise<number> {
  const rows = await ctx.db
    .selectDistinct({ id: actors.id, uri: actors.uri })
    .from(actors)
    .innerJoin(actorKeys, eq(actorKeys.actorId, actors.id))
    .where(
      and(
        isNull(actors.domain),
        isNull(actors.deletedAt),
        isNull(actorKeys.retiredAt),
        isNotNull(actorKeys.privateSealed),
        handle === undefined ? undefined : eq(actors.handle, handle),
      ),
    );
  for (const actor of rows) await inTransaction(ctx, (tx) => rotateAndTell(tx, actor));
  return rows.length;
}

async function rotateAndTell(tx: Context, actor: Pick<ActorRow, "id" | "uri">): Promise<void> {
  const { uri } = await rotateKey(tx, actor);
  await updateActorElsewhere(tx, actor.id, nonceOf(uri));
}
