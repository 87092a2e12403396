import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { actorTag } from "@/lib/journal/tags";
import type { Document } from "../activity";
import { noteDocument } from "../objects/note";
import { PAGE_SIZE } from "./collection";
import { isKnownToPeers } from "./faces";
import { loadCommentsForPeers } from "./load-comment";

type Replies = { items: (Document | string)[]; total: number; hasMore: boolean; tags: string[] };

/** What was said under an event, the oldest first: what people of this server said as a whole, of others its id. */
export async function listReplies(db: Database, eventId: string, page: number): Promise<Replies> {
  const rows = await db
    .select({
      id: comments.id,
      uri: comments.uri,
      authorId: actors.id,
      domain: actors.domain,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(comments)
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .where(
      and(
        eq(comments.eventId, eventId),
        eq(comments.status, "visible"),
        isNull(comments.deletedAt),
        isNull(actors.deletedAt),
        or(sql`${actors.domain} is not null`, isKnownToPeers),
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE);
  const shown = rows.slice(0, PAGE_SIZE);
  const own = shown.filter(({ domain }) => domain === null).map(({ id }) => id);
  const notes = new Map((await loadCommentsForPeers(db, own)).map((told) => [told.comment.id, told]));
  return {
    items: shown.map(({ id, uri }) => {
      const told = notes.get(id);
      return told ? noteDocument(told) : uri;
    }),
    total: rows[0]?.total ?? 0,
    hasMore: rows.length > PAGE_SIZE,
    tags: shown.map(({ authorId }) => actorTag(authorId)),
  };
}
