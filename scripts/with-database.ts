import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import type { Settings } from "@/lib/core/env";
import { prepareDataDir } from "./start/data-dir";
import { openDatabase } from "./start/database";
import type { Run } from "./start/run";
import { keepSecret } from "./start/secrets";
import { loadSettings } from "./start/settings";
import { refuseUnfinishedRestore } from "./start/unfinished-restore";

/**
 * For commands beside the server: the same settings, database and secret, put into this process's environment,
 * where `lib/core/env.ts` finds them (so import `lib` after this). The database may be that of a running Carillon.
 */
export async function withDatabase(run: Run): Promise<{ url: string }> {
  const { settings, url } = await withDatabaseAsItIs(run);
  refuseUnfinishedRestore(settings.DATA_DIR);
  await migrateDatabase(url);
  Object.assign(process.env, { DATABASE_URL: url, SECRET: keepSecret(settings) });
  return { url };
}

/** The same without bringing it up to date: a backup before an update must not begin with the update. */
export async function withDatabaseAsItIs({
  signal,
  atEnd,
}: Run): Promise<{ settings: Settings; url: string }> {
  const settings = loadSettings();
  prepareDataDir(settings.DATA_DIR);
  const database = await openDatabase(settings, signal);
  atEnd(async () => {
    if (database.started && !(await isUsed(database.url))) await database.stop();
  });
  return { settings, url: database.url };
}

/**
 * Whether another process is connected to this server, or, with `here`, to this database of it: a Carillon that was
 * started meanwhile must not lose its database.
 */
export async function isUsed(url: string, { here = false } = {}): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (let tries = 0; tries < 10; tries++) {
      const others = await sql`
        select 1 from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid()
          and (datname = current_database() or not ${here}::boolean)`;
      if (others.length === 0) return false;
      await sleep(50); // connections that we just closed take a moment to disappear
    }
    return true;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
