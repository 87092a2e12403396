import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { Settings } from "@/lib/core/env";

/**
 * Claims the data directory for this process. The lock lives as long as its connection, so that a killed
 * process cannot leave one behind. Returns how to give it back.
 */
export async function claimDataDir(settings: Settings, databaseUrl: string): Promise<() => Promise<void>> {
  const { DATA_DIR, DATABASE_URL, ORIGIN } = settings;
  // An external server may serve several data directories; the embedded one is its directory's own.
  const name = DATABASE_URL ? `carillon ${hostname()} ${DATA_DIR}` : "carillon";
  const sql = postgres(databaseUrl, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} });
  const [row] = await sql`select pg_try_advisory_lock(hashtextextended(${name}, 0)) as claimed`;
  if (!row?.claimed) {
    await sql.end({ timeout: 1 });
    throw new Error(alreadyRunning(DATA_DIR));
  }
  writeFileSync(join(DATA_DIR, "running.json"), JSON.stringify({ pid: process.pid, address: ORIGIN }));
  return async () => {
    rmSync(join(DATA_DIR, "running.json"), { force: true });
    await sql.end({ timeout: 1 });
  };
}

function alreadyRunning(dataDir: string): string {
  const hint = "Stop it first, or set DATA_DIR to another directory for a second one.";
  try {
    const { pid, address } = JSON.parse(readFileSync(join(dataDir, "running.json"), "utf8"));
    return `Carillon already runs on the data directory ${dataDir}, at ${address} (process ${pid}). ${hint}`;
  } catch {
    return `Carillon already runs on the data directory ${dataDir}. ${hint}`;
  }
}
