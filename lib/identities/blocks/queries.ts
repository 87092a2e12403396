import { and, asc, eq, getTableColumns, gt, inArray, isNull, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import {
  type Block,
  type BlockedDomain,
  blockedDomains,
  blocks,
  type MutedWord,
  mutedWords,
} from "@/db/schema/blocks";
import { media } from "@/db/schema/media";
import { type Face, faceColumns } from "../queries";

const { blockerId, blockedId, kind } = blocks;

/** Whom an identity blocks or mutes, by name. For its own eyes. */
export function listBlocked(db: Database, actorId: string): Promise<(Face & Pick<Block, "kind">)[]> {
  return db
    .select({ ...faceColumns, avatar: getTableColumns(media), kind })
    .from(blocks)
    .innerJoin(actors, eq(actors.id, blockedId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(and(eq(blockerId, actorId), isNull(actors.deletedAt)))
    .orderBy(asc(actors.name), asc(actors.handle));
}

/** Whether an identity blocks or mutes another, or its server; null: neither. For its own eyes. */
export async function findBlock(
  db: Database,
  { actorId, otherId }: { actorId: string; otherId: string },
): Promise<Block["kind"] | null> {
  const server = blockedDomains;
  const kinds = await db
    .select({ kind })
    .from(blocks)
    .where(and(eq(blockerId, actorId), eq(blockedId, otherId)))
    .unionAll(
      db
        .select({ kind: server.kind })
        .from(server)
        .innerJoin(actors, eq(actors.domain, server.domain))
        .where(and(eq(server.blockerId, actorId), eq(actors.id, otherId))),
    );
  return kinds.find((found) => found.kind === "block")?.kind ?? kinds[0]?.kind ?? null;
}

/** Who of these does not want to hear of an actor: they block or mute it, or its server. */
export async function listDeaf(db: Database, actorId: string, others: string[]): Promise<Set<string>> {
  if (others.length === 0) return new Set();
  const server = blockedDomains;
  const rows = await db
    .select({ blockerId })
    .from(blocks)
    .where(and(eq(blockedId, actorId), inArray(blockerId, others)))
    .unionAll(
      db
        .select({ blockerId: server.blockerId })
        .from(server)
        .innerJoin(actors, eq(actors.domain, server.domain))
        .where(and(eq(actors.id, actorId), inArray(server.blockerId, others))),
    );
  return new Set(rows.map((row) => row.blockerId));
}

/** The servers that an identity blocks or mutes, by name. For its own eyes. */
export function listBlockedDomains(
  db: Database,
  actorId: string,
): Promise<Pick<BlockedDomain, "domain" | "kind">[]> {
  const { domain } = blockedDomains;
  return db
    .select({ domain, kind: blockedDomains.kind })
    .from(blockedDomains)
    .where(eq(blockedDomains.blockerId, actorId))
    .orderBy(asc(domain));
}

/** The words that an identity mutes until now or later, by name. For its own eyes. */
export function listMutedWords(
  db: Database,
  actorId: string,
  now: Date,
): Promise<Pick<MutedWord, "id" | "word" | "until">[]> {
  const { id, word, until } = mutedWords;
  return db
    .select({ id, word, until })
    .from(mutedWords)
    .where(and(eq(mutedWords.actorId, actorId), or(isNull(until), gt(until, now))))
    .orderBy(asc(mutedWords.folded));
}
