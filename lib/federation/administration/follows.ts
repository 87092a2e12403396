import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type Follow, follows } from "@/db/schema/follows";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canAdminister } from "@/lib/instance/policy";
import { getServerActor } from "../server-actor";

/** Whom this server follows, or who follows it, as itself: it hears what they announce, or they hear what is announced here. */
export type ServerFollow = {
  id: string;
  direction: "out" | "in";
  status: Follow["status"];
  handle: string;
  domain: string;
  name: string;
};

const AT_MOST = 500;

/** All of them, by server. For administrators. */
export async function listServerFollows(ctx: Context): Promise<ServerFollow[]> {
  authorize(canAdminister(ctx.actor));
  const { id: serverId } = await getServerActor(ctx);
  const { followerId, followedId, status } = follows;
  const isOut = sql<boolean>`${followerId} = ${serverId}`;
  const rows = await ctx.db
    .select({
      id: follows.id,
      isOut,
      status,
      handle: actors.handle,
      domain: actors.domain,
      name: actors.name,
    })
    .from(follows)
    .innerJoin(
      actors,
      or(
        and(eq(followerId, serverId), eq(actors.id, followedId)),
        and(eq(followedId, serverId), eq(actors.id, followerId)),
      ),
    )
    .where(isNull(actors.deletedAt))
    .orderBy(asc(actors.domain), asc(actors.handle))
    .limit(AT_MOST);
  return rows.flatMap(({ isOut, domain, ...row }) =>
    domain ? [{ ...row, domain, direction: isOut ? "out" : "in" } as const] : [],
  );
}
