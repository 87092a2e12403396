import { and, eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type BlockedDomain, blockedDomains } from "@/db/schema/blocks";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { AppError, invalidField } from "@/lib/core/errors";
import { endFollows, others } from "./end-follows";

type Named = Pick<BlockedDomain, "domain">;

/**
 * An identity wants nothing to do with anybody of another server, or (`mute`) only not to hear of them: as `blockIdentity`
 * and `muteIdentity` say, also of those who come later. A block stays one. It holds for this name alone, not for those
 * below it. Repeating it is harmless. Refuses with the field error `own_server`.
 */
export async function blockDomain(ctx: Context, { domain, kind }: Named & Pick<BlockedDomain, "kind">) {
  const blockerId = requireIdentity(ctx);
  if (domain === new URL(env().ORIGIN).host) throw invalidField("domain", "own_server");
  await inTransaction(ctx, async (tx) => {
    // Whoever begins to follow meanwhile has this row too, and is seen below.
    await tx.db.select({ id: actors.id }).from(actors).where(eq(actors.id, blockerId)).for("update");
    const made = tx.db.insert(blockedDomains).values({ blockerId, domain, kind, createdAt: tx.now });
    const target = [blockedDomains.blockerId, blockedDomains.domain];
    if (kind === "mute") return void (await made.onConflictDoNothing({ target }));
    await made.onConflictDoUpdate({ target, set: { kind } });
    await endFollows(tx, blockerId, eq(others.domain, domain));
  });
}

/** Ends blocking and muting a server; those of it who are blocked or muted one by one stay so. */
export async function unblockDomain(ctx: Context, { domain }: Named): Promise<void> {
  const isOwn = eq(blockedDomains.blockerId, requireIdentity(ctx));
  await ctx.db.delete(blockedDomains).where(and(isOwn, eq(blockedDomains.domain, domain)));
}

function requireIdentity({ actor }: Context): string {
  if (actor.kind === "identity") return actor.actorId;
  throw new AppError("unauthenticated", "sign_in_first");
}
