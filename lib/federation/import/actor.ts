import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { type ActorRow, actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";

/** The actor of another server with this id, asked for there if it is not known yet. Refuses with `actor_not_found`. */
export async function importActor(ctx: Context, uri: string): Promise<ActorRow> {
  const [known] = await ctx.db
    .select()
    .from(actors)
    .where(and(eq(actors.uri, uri), isNotNull(actors.domain), isNull(actors.deletedAt)));
  if (!known) throw notFound("actor_not_found");
  return known;
}
