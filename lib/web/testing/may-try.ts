import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { now } from "@/db/testing/factories";
import type { Actor } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type Act, acts } from "./acts";
import type { Scene } from "./scene";

class Undo extends Error {}

/** What came of somebody's try: "allowed", the code of the refusal, or the error that nobody foresaw. Undone after it. */
export async function tried(act: Act, { db, actor, scene }: { db: Database; actor: Actor; scene: Scene }) {
  let outcome = "allowed";
  const attempt = db.transaction(async (tx) => {
    await acts[act]({ db: tx, actor, now }, scene);
    throw new Undo();
  });
  await attempt.catch((error: unknown) => {
    if (error instanceof AppError) outcome = error.code;
    else if (!(error instanceof Undo)) outcome = `broke: ${error}`;
  });
  return outcome;
}

/** A fingerprint of every table: the same before and after tries that left nothing behind. */
export async function fingerprint(db: Database): Promise<Record<string, string>> {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const sums = tables.map(({ name }) => {
    const table = sql.identifier(name);
    return sql`select ${name}::text as name, md5(string_agg(t::text, ',' order by t::text)) as sum from ${table} t`;
  });
  const rows = await db.execute<{ name: string; sum: string }>(sql.join(sums, sql` union all `));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
