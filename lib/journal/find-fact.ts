import { eq } from "drizzle-orm";
import { journal } from "@/db/schema/journal";
import type { Context } from "@/lib/core/context";
import type { Fact, Recorded } from "./facts";

/** Reads a fact back for those who are to be told of it; null if it was cleaned away meanwhile. */
export async function findFact(ctx: Pick<Context, "db">, factId: number): Promise<Recorded | null> {
  const [row] = await ctx.db.select().from(journal).where(eq(journal.id, factId));
  if (!row) return null;
  const fact = { kind: row.kind, ...row.payload } as Fact;
  return { ...fact, factId: row.id, origin: row.origin, at: row.createdAt, doerId: row.actorId };
}
