import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Sql } from "postgres";
import { migrateDatabase, migrationsFolder } from "@/db/migrate";

/** Hashes of the migrations that this database has seen, in their order. */
export async function appliedMigrations(sql: Sql): Promise<string[]> {
  const [found] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!found?.name) return [];
  const rows = await sql<
    { hash: string }[]
  >`select hash from drizzle.__drizzle_migrations order by created_at`;
  return rows.map(({ hash }) => hash);
}

/** Whether this Carillon knows a database that has seen these migrations: its own, or one of an earlier release. */
export function knowsMigrations(migrations: string[]): boolean {
  const known = readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
  return migrations.length > 0 && beginsWith(known, migrations);
}

/**
 * Brings the database to these migrations and no further, so that rows of then fit. What is there stays where it
 * may become that, and is dropped where not.
 */
export async function bringSchema(sql: Sql, url: string, migrations: string[]): Promise<void> {
  if (!beginsWith(migrations, await appliedMigrations(sql))) {
    await sql`drop schema if exists drizzle, graphile_worker, public cascade`;
    await sql`create schema public`;
  }
  const folder = mkdtempSync(join(tmpdir(), "carillon-migrations-"));
  try {
    cpSync(migrationsFolder, folder, { recursive: true });
    const file = join(folder, "meta", "_journal.json");
    const journal = JSON.parse(readFileSync(file, "utf8"));
    journal.entries = journal.entries.slice(0, migrations.length);
    writeFileSync(file, JSON.stringify(journal));
    await migrateDatabase(url, { folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function beginsWith(whole: string[], start: string[]): boolean {
  return start.length <= whole.length && start.every((hash, i) => hash === whole[i]);
}
