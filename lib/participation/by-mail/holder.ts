import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Participation, participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { readPageToken } from "./link";

/** Whoever holds the link of a participation, and where it stands. */
export type Holder = { ctx: Context; participation: Participation };

/**
 * Acts for whoever holds this link, whoever else they are: nothing ties them to an account that they may have. Refuses
 * with `answer_link_over` when nothing is known of them any more.
 */
export async function holderOf(ctx: Context, token: string): Promise<Holder> {
  const participation = await findKnown(ctx.db, readPageToken(token));
  if (!participation || participation.status === "unconfirmed") throw notFound("answer_link_over");
  return { ctx: { ...ctx, actor: { kind: "mail", participationId: participation.id } }, participation };
}

/** A participation by e-mail whose address is still known. */
export async function findKnown(db: Database, id: string | null): Promise<Participation | null> {
  if (!id) return null;
  const [found] = await db.select().from(participations).where(eq(participations.id, id));
  return found?.email ? found : null;
}
