import { type SQL, sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";

/** The channel on which every node hears which kept pages are out of date. */
export const PAGES_CHANNEL = "carillon_pages";

/**
 * Tells every node, at the commit of this transaction, that pages with these tags are out of date.
 * PostgreSQL delivers it after the commit, in commit order, and never for a rolled-back transaction.
 */
export async function dropPages(ctx: Pick<Context, "db">, tags: string[]): Promise<void> {
  if (tags.length === 0) return;
  await ctx.db.execute(sql`select ${droppingPages(tags)}`);
}

/** Stands for all tags at once. */
export const EVERYTHING = "*";

/** The same as a part of a larger statement. */
export function droppingPages(tags: string[]): SQL {
  return tags.length > 0 ? sql`pg_notify(${PAGES_CHANNEL}, ${tags.join(" ")})` : sql`null`;
}
