import { asc, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";

/** What the journal says about one event, in order. */
export async function kindsOf(db: Database, eventId: string): Promise<string[]> {
  const rows = await db
    .select({ kind: journal.kind })
    .from(journal)
    .where(sql`${journal.payload} ->> 'eventId' = ${eventId}`)
    .orderBy(asc(journal.id));
  return rows.map(({ kind }) => kind);
}
