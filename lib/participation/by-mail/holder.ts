import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Participation, participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { isOfNow, readPageToken, readTokenElsewhere } from "./link";

/** Whoever holds the link of a participation, and where it stands. */
export type Holder = { ctx: Context; participation: Participation };

/**
 * Acts for whoever holds this link, whoever else they are: nothing ties them to an account that they may have. Refuses
 * with `answer_link_over` when nothing is known of them any more.
 */
export async function holderOf(ctx: Context, token: string): Promise<Holder> {
  const participation = await findHeld(ctx.db, token);
  if (!participation || participation.status === "unconfirmed") throw notFound("answer_link_over");
  return { ctx: { ...ctx, actor: { kind: "mail", participationId: participation.id } }, participation };
}

async function findHeld(db: Database, token: string): Promise<Participation | null> {
  const elsewhere = readTokenElsewhere(token);
  return elsewhere ? findElsewhere(db, elsewhere) : findKnown(db, readPageToken(token));
}

/** Of somebody of another server who has not said otherwise there since; null also when they are gone, or may nothing here. */
async function findElsewhere(
  db: Database,
  { id, mark }: { id: string; mark: string },
): Promise<Participation | null> {
  const isThere = and(isNotNull(actors.domain), isNull(actors.deletedAt));
  const [found] = await db
    .select({ participation: participations })
    .from(participations)
    .innerJoin(actors, and(eq(actors.id, participations.actorId), isThere))
    .where(eq(participations.id, id));
  return found && isOfNow(found.participation, mark) ? found.participation : null;
}

/** A participation by e-mail whose address is still known. */
export async function findKnown(db: Database, id: string | null): Promise<Participation | null> {
  if (!id) return null;
  const [found] = await db.select().from(participations).where(eq(participations.id, id));
  return found?.email ? found : null;
}
