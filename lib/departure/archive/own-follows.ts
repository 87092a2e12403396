import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Follow, follows } from "@/db/schema/follows";
import { rowsInPages } from "@/lib/core/rows-in-pages";

const PAGE = 500;

type Own = Pick<Follow, "id" | "uri" | "status" | "createdAt"> & { followed: string };

/** Whom an identity follows, the oldest first, in the form of the activity `Follow`. */
export async function* followObjects(
  db: Database,
  actor: { id: string; uri: string },
): AsyncGenerator<object> {
  for await (const { uri, status, createdAt, followed } of ownFollows(db, actor.id)) {
    yield {
      id: uri,
      type: "Follow",
      actor: actor.uri,
      object: followed,
      status,
      published: createdAt.toISOString(),
    };
  }
}

function ownFollows(db: Database, actorId: string): AsyncGenerator<Own> {
  const { createdAt, id } = follows;
  return rowsInPages(PAGE, (last: Own | undefined): Promise<Own[]> => {
    const later =
      last && sql`(${createdAt}, ${id}) > (${last.createdAt.toISOString()}::timestamptz, ${last.id}::uuid)`;
    return db
      .select({ id, uri: follows.uri, status: follows.status, createdAt, followed: actors.uri })
      .from(follows)
      .innerJoin(actors, eq(actors.id, follows.followedId))
      .where(and(eq(follows.followerId, actorId), later))
      .orderBy(asc(createdAt), asc(id))
      .limit(PAGE);
  });
}
