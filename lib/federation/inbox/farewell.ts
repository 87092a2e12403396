import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Received } from "../activity";
import { isGoneForGood } from "../fetch/document";
import { endRemoteActor } from "../import/forget-actor";
import { idIn } from "../read";
import { domainOf } from "../uris";
import { countOne, hasRoom, unprovenFarewells } from "./limits";

/** Whether somebody says that they themselves are gone. */
export function isFarewell({ type, actor, object }: Received): boolean {
  return type === "Delete" && idIn(object) === actor;
}

/** The actor of another server with this id, unless they are gone here already; null: nobody ever heard of them. */
export async function findLiving({ db }: Pick<Context, "db">, uri: string): Promise<string | null> {
  const isHere = and(eq(actors.uri, uri), isNotNull(actors.domain), isNull(actors.deletedAt));
  const [found] = await db.select({ id: actors.id }).from(actors).where(isHere);
  return found?.id ?? null;
}

/**
 * Nobody can say any more who signed it: the key went with its owner. Anybody may have sent it, so their own server is
 * asked, later, not too often, and one question of each server at a time.
 */
export async function enqueueFarewell(ctx: Context, { actor }: Pick<Received, "actor">): Promise<void> {
  const domain = domainOf(actor);
  const actorId = await findLiving(ctx, actor);
  if (!actorId || !hasRoom(unprovenFarewells, domain, ctx.now)) return;
  countOne(unprovenFarewells, domain, ctx.now);
  await enqueue(ctx, {
    task: "take-farewell",
    payload: { actorId },
    key: `farewell:${actorId}`,
    queue: `farewell:${domain}`.slice(0, 128),
    maxAttempts: 8,
  });
}

/** The job `take-farewell`: who is gone for good at home is gone here. A server that is down is thrown, to be asked again. */
export async function takeFarewell(ctx: Context, actorId: string): Promise<void> {
  const isHere = and(eq(actors.id, actorId), isNotNull(actors.domain), isNull(actors.deletedAt));
  const [known] = await ctx.db.select({ uri: actors.uri }).from(actors).where(isHere);
  if (known && (await isGone(ctx, known.uri))) await inTransaction(ctx, (tx) => endRemoteActor(tx, actorId));
}

async function isGone(ctx: Context, uri: string): Promise<boolean> {
  try {
    return await isGoneForGood(ctx, uri);
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
