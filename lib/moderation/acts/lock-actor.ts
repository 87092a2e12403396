import { eq } from "drizzle-orm";
import { type ActorRow, actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";

/** Holds an identity that is seen, or out of sight for a time. Refuses with `identity_not_found` if it is gone. */
export async function lockActor({ db }: Context, actorId: string): Promise<ActorRow> {
  const [actor] = await db.select().from(actors).where(eq(actors.id, actorId)).for("no key update");
  const isGone = !actor || (actor.deletedAt && !actor.suspendedAt) || actor.kind === "application";
  if (isGone) throw notFound("identity_not_found");
  return actor;
}
