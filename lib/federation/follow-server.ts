import { and, eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { follows } from "@/db/schema/follows";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { followActor, unfollowActor } from "@/lib/events/follow";
import { canAdminister } from "@/lib/instance/policy";
import { writeLog } from "@/lib/journal/write-log";
import { askServer } from "./ask-server";
import { findUriByHandle } from "./fetch/webfinger";
import { importActor } from "./import/actor";
import { isUnreachable } from "./import/unreachable";
import { getServerActor } from "./server-actor";
import { isOurs } from "./uris";

/**
 * This server hears as itself what another announces, or somebody there: "bells.example", "events@bells.example" or an
 * id. The other server must say yes. For administrators. Refuses with `server_not_found`, `server_silent` and like
 * `importActor`.
 */
export async function followServer(ctx: Context, address: string): Promise<void> {
  authorize(canAdminister(ctx.actor));
  const uri = await uriOf(ctx, address);
  if (!uri || isOurs(uri)) throw notFound("server_not_found");
  const followed = await importActor(ctx, uri).catch((error: unknown) => {
    throw isUnreachable(error) ? conflict("server_silent") : error;
  });
  await inTransaction(ctx, async (tx) => {
    await followActor(await asServer(tx), followed);
    await writeLog(tx, { action: "server.followed", details: { domain: new URL(uri).host } });
  });
}

/** Hears no more of anybody on this server. For administrators; what is not followed needs no end. */
export function unfollowServer(ctx: Context, domain: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const as = await asServer(tx);
    const followed = await tx.db
      .select({ id: actors.id })
      .from(follows)
      .innerJoin(actors, eq(actors.id, follows.followedId))
      .where(and(eq(follows.followerId, as.actor.actorId), eq(actors.domain, domain)));
    for (const { id } of followed) await unfollowActor(as, id);
    if (followed.length > 0) await writeLog(tx, { action: "server.unfollowed", details: { domain } });
  });
}

/** Its own actor by NodeInfo (FEP-2677), else the one that most call "relay". */
async function uriOf(ctx: Context, address: string): Promise<string | null> {
  if (/^https?:\/\//i.test(address)) return address;
  if (address.replace(/^@/, "").includes("@")) return findUriByHandle(ctx, address);
  const { applicationUri } = await askServer(ctx, address);
  return applicationUri ?? findUriByHandle(ctx, `relay@${address}`);
}

async function asServer(ctx: Context) {
  const { id: actorId } = await getServerActor(ctx);
  return { ...ctx, actor: { kind: "identity" as const, actorId } };
}
