import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import { readSettings, settingNames } from "@/lib/core/env";
import { SESSION_COOKIE } from "@/lib/web/cookies";
import type { Run } from "@/scripts/start/run";
import { startWeb, waitUntilServed } from "@/scripts/start/web";
import { freePort } from "./free-port";
import { fillTown } from "./town";

export type AppServer = {
  events: number;
  origin: string;
  slugs: string[];
  /** Request headers that make somebody a member. */
  member: { cookie: string };
};

type Options = { databaseUrl: string; events: number; dataDir: string };

/** Carillon as `npm start` runs it, on a database of its own with so many events. Its worker would only be noise. */
export async function startApp(run: Run, { databaseUrl, events, dataDir }: Options): Promise<AppServer> {
  const url = await createDatabase(databaseUrl, `events_${events}`);
  await migrateDatabase(url);
  const { slugs, sessionId } = await fillTown(url, events);

  const secret = randomBytes(32).toString("base64url");
  const settings = await settingsFor(join(dataDir, `app-${events}`));
  const web = startWeb({ settings, databaseUrl: url, secret, mode: "start" });
  run.atEnd(web.stop);
  await waitUntilServed(settings, web, run.signal);

  const token = await encode({ token: { sid: sessionId }, secret, salt: SESSION_COOKIE });
  return { events, origin: settings.ORIGIN, slugs, member: { cookie: `${SESSION_COOKIE}=${token}` } };
}

/** None of the person's own settings: the same bench everywhere. */
async function settingsFor(dataDir: string) {
  const port = await freePort();
  const given = {
    HOST: "127.0.0.1",
    PORT: String(port),
    ORIGIN: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    WORKER: "off",
    LOG_LEVEL: "warn",
  };
  for (const name of settingNames) process.env[name] = ""; // not deleted: Next.js would read them from .env
  Object.assign(process.env, given);
  const result = readSettings(given);
  if ("problems" in result) throw new Error(result.problems.join("\n"));
  return result.settings;
}

async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`create database ${name}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
  return Object.assign(new URL(serverUrl), { pathname: name }).href;
}
