import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import { journal } from "@/db/schema/journal";
import type { Context } from "@/lib/core/context";

/** Somebody changed an event; `doerId` null: whoever did is gone. */
export type Edit = { doerId: string | null; changed: string[] };

/** Who changed what of an announced event within a span of time, in that order. */
export function listEdits(
  { db }: Pick<Context, "db">,
  eventId: string,
  { from, to }: { from: Date; to: Date },
): Promise<Edit[]> {
  return db
    .select({ doerId: journal.actorId, changed: sql<string[]>`${journal.payload} -> 'changed'` })
    .from(journal)
    .where(
      and(
        gte(journal.createdAt, from),
        lt(journal.createdAt, to),
        eq(journal.kind, "event.updated"),
        sql`${journal.payload} ->> 'eventId' = ${eventId}`,
      ),
    )
    .orderBy(asc(journal.id));
}

/** Who did it; null if that was the server itself, or somebody who is gone. */
export async function findDoer({ db }: Pick<Context, "db">, factId: number): Promise<string | null> {
  const [row] = await db.select({ doerId: journal.actorId }).from(journal).where(eq(journal.id, factId));
  return row?.doerId ?? null;
}
