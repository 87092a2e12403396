import { and, eq, inArray, or } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Block, blockedDomains, blocks } from "@/db/schema/blocks";
import type { Actor, Context } from "@/lib/core/context";
import { type AppError, conflict, notFound } from "@/lib/core/errors";

export type Between = Pick<Block, "blockerId" | "blockedId">;

const { blockerId, blockedId, kind } = blocks;

/** Who of these blocks whom of the others, or their server, in both directions. Muting hinders nobody. */
export async function listBlocksBetween(db: Database, ids: string[], others: string[]): Promise<Between[]> {
  if (ids.length === 0 || others.length === 0) return [];
  const isBetween = (by: AnyPgColumn, whom: AnyPgColumn) =>
    or(and(inArray(by, ids), inArray(whom, others)), and(inArray(whom, ids), inArray(by, others)));
  const server = blockedDomains;
  return db
    .select({ blockerId, blockedId })
    .from(blocks)
    .where(and(eq(kind, "block"), isBetween(blockerId, blockedId)))
    .unionAll(
      db
        .select({ blockerId: server.blockerId, blockedId: actors.id })
        .from(server)
        .innerJoin(actors, eq(actors.domain, server.domain))
        .where(and(eq(server.kind, "block"), isBetween(server.blockerId, actors.id))),
    );
}

/**
 * What hinders an actor: who blocks reads so (`you_block_them`); who is blocked hears what strangers hear of what is not
 * there (`missing`), and never why. Null: nothing does.
 */
export function blockRefusal(between: Between[], actor: Actor, missing: string): AppError | null {
  if (actor.kind !== "identity") return null;
  const { actorId } = actor;
  if (between.some((block) => block.blockerId === actorId)) return conflict("you_block_them");
  return between.some((block) => block.blockedId === actorId) ? notFound(missing) : null;
}

/** Lets nobody act upon those whom they block, or who block them. Refuses as `blockRefusal` does. */
export async function requireNoBlock(
  { db, actor }: Pick<Context, "db" | "actor">,
  others: string[],
  missing: string,
): Promise<void> {
  if (actor.kind !== "identity") return;
  const refusal = blockRefusal(await listBlocksBetween(db, [actor.actorId], others), actor, missing);
  if (refusal) throw refusal;
}
