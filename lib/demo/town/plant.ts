import { createHash } from "node:crypto";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";

/** A town in the making: everything about it follows from what is written down and from `now`, nothing from chance. */
export type Town = { db: Database; now: Date; actors: Map<string, string>; counts: Map<string, number> };

/** Inserts rows whose ids and times are the same whenever it is done at the same time, and in the same order. */
export async function plant<T extends PgTable>(
  town: Town,
  table: T,
  rows: T["$inferInsert"][],
): Promise<T["$inferSelect"][]> {
  if (rows.length === 0) return [];
  const whole = rows.map((row) => ({ ...given(town, table), ...row }));
  return (await town.db
    .insert(table)
    .values(whole as never)
    .returning()) as never;
}

/** Letters of chance for everybody who does not know `purpose`, and always the same ones. */
export function fixedSlug(purpose: string, length: number): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  return Array.from(digest(purpose).subarray(0, length), (byte) => letters[byte % letters.length]).join("");
}

/** A UUID that stands for `purpose`. */
export function fixedId(purpose: string): string {
  const bytes = digest(purpose).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What the schema would leave to chance and to the clock. */
function given(town: Town, table: PgTable): Record<string, unknown> {
  const name = getTableName(table);
  const values: Record<string, unknown> = {};
  for (const [key, column] of Object.entries(getTableColumns(table))) {
    if (key === "id" && column.defaultFn) values.id = fixedId(`${name} ${next(town, name)}`);
    else if (column.dataType === "date" && column.hasDefault) values[key] = town.now;
  }
  return values;
}

function next({ counts }: Town, name: string): number {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count;
}

function digest(purpose: string): Buffer {
  return createHash("sha256").update(`carillon demonstration: ${purpose}`).digest();
}
