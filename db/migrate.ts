import { existsSync } from "node:fs";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { Logger, makeWorkerUtils } from "graphile-worker";
import postgres from "postgres";

export const migrationsFolder = "db/migrations";

/** Any number, the same on every node. */
const migrationLock = 1_129_337_426;

/**
 * Brings the database at `url` to this release: our tables and the job queue's. Several nodes may start at
 * once, so one does it and the others wait for its lock. Another `folder` holds those up to an earlier release.
 */
export async function migrateDatabase(url: string, { folder = migrationsFolder } = {}): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    if (existsSync(`${folder}/meta/_journal.json`)) {
      await migrate(drizzle(sql), { migrationsFolder: folder });
      if (folder === migrationsFolder) await sql.file("db/triggers.sql");
    }
    await migrateJobs(url);
    if (folder === migrationsFolder) await sql.file("db/job-indexes.sql");
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function migrateJobs(connectionString: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString, logger: new Logger(() => () => {}) });
  try {
    await utils.migrate();
  } finally {
    await utils.release();
  }
}
