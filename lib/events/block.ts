import { and, eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type Block, blocks } from "@/db/schema/blocks";
import { follows } from "@/db/schema/follows";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, authorize, notFound } from "@/lib/core/errors";
import { type AnyProfile, findProfileAnywhere } from "@/lib/identities/anywhere";
import { canBlock, canSeeProfile } from "@/lib/identities/policy";
import { listFellows } from "./fellows";
import { unfollowActor } from "./follow";
import { rejectFollow } from "./follow-answer";

type Named = { handle: string };

/**
 * An identity wants nothing to do with another, of here ("ada") or elsewhere ("ada@far.example"): neither follows the other
 * any more, and the other does nothing at what it announces or says. Whoever comes already still comes. It holds for
 * this identity alone, against that one alone; nobody is told. Repeating it is harmless. Refuses with `identity_not_found`.
 */
export async function blockIdentity(ctx: Context, { handle }: Named): Promise<void> {
  const other = await getOther(ctx, handle);
  await inTransaction(ctx, async (tx) => {
    const actorId = requireIdentity(tx);
    // Whoever begins to follow meanwhile has this row too, and is seen below.
    await tx.db.select({ id: actors.id }).from(actors).where(eq(actors.id, actorId)).for("update");
    await write(tx, { blockerId: actorId, blockedId: other.id, kind: "block" });
    await unfollowActor(tx, other.id);
    const isTheirs = and(eq(follows.followerId, other.id), eq(follows.followedId, actorId));
    const theirs = await tx.db.select({ id: follows.id }).from(follows).where(isTheirs);
    for (const { id } of theirs) await rejectFollow(tx, id);
  });
}

/** Only does not want to hear of it: nothing that the other does is hindered. A block stays one. */
export async function muteIdentity(ctx: Context, { handle }: Named): Promise<void> {
  const other = await getOther(ctx, handle);
  await write(ctx, { blockerId: requireIdentity(ctx), blockedId: other.id, kind: "mute" });
}

/** Ends blocking and muting, also of somebody whose page is closed now; who is neither stays as they are. */
export async function unblockIdentity(ctx: Context, { handle }: Named): Promise<void> {
  const blockerId = requireIdentity(ctx);
  const other = await findProfileAnywhere(ctx.db, handle);
  if (!other) return;
  await ctx.db.delete(blocks).where(and(eq(blocks.blockerId, blockerId), eq(blocks.blockedId, other.id)));
}

async function write({ db, now }: Context, block: Omit<Block, "createdAt">): Promise<void> {
  const target = [blocks.blockerId, blocks.blockedId];
  const row = { ...block, createdAt: now };
  if (block.kind === "mute") await db.insert(blocks).values(row).onConflictDoNothing({ target });
  else
    await db
      .insert(blocks)
      .values(row)
      .onConflictDoUpdate({ target, set: { kind: "block" } });
}

/** Whoever may not open its page cannot tell by this whether there is one. */
async function getOther(ctx: Context, handle: string): Promise<AnyProfile> {
  const actorId = requireIdentity(ctx);
  const other = await findProfileAnywhere(ctx.db, handle);
  const fellows = other && (await listFellows(ctx.db, actorId, [other.id]));
  if (!other || !canSeeProfile(ctx.actor, other, { isFellow: fellows?.has(other.id) ?? false }))
    throw notFound("identity_not_found");
  authorize(canBlock(ctx.actor, other));
  return other;
}

function requireIdentity({ actor }: Context): string {
  if (actor.kind === "identity") return actor.actorId;
  throw new AppError("unauthenticated", "sign_in_first");
}
