import { createReadStream } from "node:fs";
import type { Sql } from "postgres";
import { version } from "@/lib/core/version";
import { placeOf } from "@/lib/media/name";
import { type HeldPictures, holdPictures, namesOfPictures } from "./hold-pictures";
import { MANIFEST, type Manifest, partOfTable, SECRETS } from "./manifest";
import { appliedMigrations } from "./schema";
import { connectToCopy, listSequences, listTables, quoted, quotedColumns } from "./tables";
import { type AddPart, writeArchive } from "./write-archive";

export type BackupWish = {
  url: string;
  dataDir: string;
  secret: string;
  origin: string;
  file: string;
  signal: AbortSignal;
};

/** What went in, and pictures whose files were not there. */
export type Backup = { manifest: Manifest; missing: string[] };

/**
 * Writes database, pictures and secret into one file while Carillon runs: as they were at one moment, in which
 * the snapshot of the database was taken. Refuses while another backup is made.
 */
export async function backUp(wish: BackupWish): Promise<Backup> {
  const sql = connectToCopy(wish.url);
  try {
    await claim(sql);
    const pictures = await holdPictures(wish.dataDir);
    try {
      return await untilWhole(sql, pictures, wish);
    } finally {
      await pictures.release();
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function claim(sql: Sql): Promise<void> {
  const [row] = await sql`select pg_try_advisory_lock(hashtextextended('carillon backup', 0)) as claimed`;
  if (!row?.claimed) throw new Error("Another backup is being made. Wait until it is done.");
}

/**
 * A picture that went between the moment of the snapshot and ours to hold it: then with a new snapshot. One that
 * is missing twice was missing before.
 */
async function untilWhole(sql: Sql, pictures: HeldPictures, wish: BackupWish): Promise<Backup> {
  for (let missedBefore: string[] = []; ; ) {
    await pictures.holdAll();
    const result = await inSnapshot(sql, async (tx) => {
      const missing = await holdNamed(tx, pictures);
      const isNew = missing.some((name) => !missedBefore.includes(name));
      missedBefore = missing;
      if (isNew) return null;
      return { manifest: await write(tx, { pictures, missing, wish }), missing };
    });
    if (result) return result;
  }
}

/** The work decides alone how it ends: after it failed amid a copy, the connection is in no state to roll back. */
async function inSnapshot<T>(sql: Sql, work: (tx: Sql) => Promise<T>): Promise<T> {
  await sql`begin isolation level repeatable read read only`;
  try {
    const result = await work(sql);
    await sql`commit`;
    return result;
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
}

async function holdNamed(tx: Sql, pictures: HeldPictures): Promise<string[]> {
  const missing: string[] = [];
  for await (const name of namesOfPictures(tx)) if (!(await pictures.hold(name))) missing.push(name);
  return missing;
}

type Source = { pictures: HeldPictures; missing: string[]; wish: BackupWish };

async function write(tx: Sql, { pictures, missing, wish }: Source): Promise<Manifest> {
  const manifest: Manifest = {
    format: 1,
    version,
    origin: wish.origin,
    takenAt: new Date().toISOString(),
    migrations: await appliedMigrations(tx),
    tables: [],
    sequences: [],
    pictures: 0,
  };
  const fill = async (add: AddPart) => {
    await addTables(tx, add, manifest);
    await addPictures(tx, add, { pictures, missing, manifest });
    await add(SECRETS, one(JSON.stringify({ secret: wish.secret })));
    await add(MANIFEST, one(JSON.stringify(manifest, null, 2)));
  };
  await writeArchive(wish.file, fill, wish.signal);
  return manifest;
}

async function addTables(tx: Sql, add: AddPart, manifest: Manifest): Promise<void> {
  for (const table of await listTables(tx)) {
    const rows = await tx.unsafe(`copy ${quoted(table.name)} (${quotedColumns(table)}) to stdout`).readable();
    const counted = { rows: 0 };
    await add(partOfTable(table.name), counting(rows, counted));
    manifest.tables.push({ ...table, ...counted });
  }
  // After the rows: sequences know no snapshot, and must not be behind them.
  for (const name of await listSequences(tx)) {
    const [row] = await tx<{ next: string }[]>`
      select (case when is_called then last_value + 1 else last_value end)::text as next from ${tx.unsafe(quoted(name))}`;
    manifest.sequences.push({ name, next: row!.next });
  }
}

/** In this form of COPY each row ends with a line feed, and those within values are written otherwise. */
async function* counting(rows: AsyncIterable<Uint8Array>, counted: { rows: number }) {
  for await (const chunk of rows) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) counted.rows++;
    yield chunk;
  }
}

async function addPictures(
  tx: Sql,
  add: AddPart,
  { pictures, missing, manifest }: Omit<Source, "wish"> & { manifest: Manifest },
): Promise<void> {
  const gone = new Set(missing);
  for await (const name of namesOfPictures(tx)) {
    if (gone.has(name)) continue;
    await add(`media/${placeOf(name)}`, createReadStream(pictures.pathOf(name)), { compress: false });
    manifest.pictures++;
  }
}

async function* one(text: string) {
  yield text;
}
