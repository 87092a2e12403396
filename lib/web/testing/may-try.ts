import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { now } from "@/db/testing/factories";
import type { Actor } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type Act, acts } from "./acts";
import type { Scene } from "./scene";
import type { Prepare } from "./strangers";

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

type Claimed = { db: Database; actors: Actor[]; scene: Scene };

/** Which tables changed when these actors claimed what is somebody else's. Undone after it. */
export async function changedBy(prepare: Prepare, { db, actors, scene }: Claimed): Promise<string[]> {
  let changed: string[] = [];
  const attempt = db.transaction(async (tx) => {
    const claims = await prepare({ db: tx, actor: { kind: "system" }, now }, scene);
    const before = await fingerprint(tx);
    for (const actor of actors) {
      for (const claim of claims) await refusable(tx.transaction((db) => claim({ db, actor, now })));
    }
    const after = await fingerprint(tx);
    changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    throw new Undo();
  });
  await attempt.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return changed;
}

async function refusable(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
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
