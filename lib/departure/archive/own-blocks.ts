import { and, asc, eq, gt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Block, blockedDomains, blocks, mutedWords } from "@/db/schema/blocks";
import { rowsInPages } from "@/lib/core/rows-in-pages";

const PAGE = 500;

type Own = Pick<Block, "blockedId" | "kind" | "createdAt"> & { uri: string };

/**
 * Whom an identity blocks or mutes, in the form of the activity `Block`; a mute is an `Ignore`. Of a server the object is
 * its front page; a muted word is the `content`, with the `endTime` that it has.
 */
export async function* blockObjects(
  db: Database,
  actor: { id: string; uri: string },
): AsyncGenerator<object> {
  for await (const { kind, createdAt, uri } of ownBlocks(db, actor.id)) {
    const type = kind === "block" ? "Block" : "Ignore";
    yield { type, actor: actor.uri, object: uri, published: createdAt.toISOString() };
  }
  // As many as somebody typed.
  const isOwn = eq(blockedDomains.blockerId, actor.id);
  for (const { kind, domain, createdAt } of await db.select().from(blockedDomains).where(isOwn)) {
    const type = kind === "block" ? "Block" : "Ignore";
    yield { type, actor: actor.uri, object: `https://${domain}/`, published: createdAt.toISOString() };
  }
  for (const { word, until, createdAt } of await db
    .select()
    .from(mutedWords)
    .where(eq(mutedWords.actorId, actor.id))) {
    const endTime = until?.toISOString();
    yield { type: "Ignore", actor: actor.uri, content: word, endTime, published: createdAt.toISOString() };
  }
}

function ownBlocks(db: Database, actorId: string): AsyncGenerator<Own> {
  const { blockerId, blockedId, kind, createdAt } = blocks;
  return rowsInPages(
    PAGE,
    (last: Own | undefined): Promise<Own[]> =>
      db
        .select({ blockedId, kind, createdAt, uri: actors.uri })
        .from(blocks)
        .innerJoin(actors, eq(actors.id, blockedId))
        .where(and(eq(blockerId, actorId), last && gt(blockedId, last.blockedId)))
        .orderBy(asc(blockedId))
        .limit(PAGE),
  );
}
