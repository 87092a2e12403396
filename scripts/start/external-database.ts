import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { say } from "./say";

/** Waits until the server of DATABASE_URL answers, for `seconds` in all, and never prints its password. */
export async function waitForDatabase(url: string, seconds: number, signal: AbortSignal): Promise<void> {
  const { hostname, port, pathname } = new URL(url);
  const name = `PostgreSQL at ${hostname}:${port || 5432} (database ${pathname.slice(1)})`;
  const deadline = Date.now() + seconds * 1000;
  for (let pause = 500; ; pause = Math.min(pause * 2, 8_000)) {
    const problem = await connectOnce(url);
    if (!problem) return;
    const left = deadline - Date.now();
    if (!problem.isPassing || left <= 0) {
      throw new Error(
        `${name} cannot be used: ${problem.text}. Check DATABASE_URL, and that the server runs.`,
      );
    }
    say(`${name} does not answer: ${problem.text}. Trying again for ${Math.ceil(left / 1000)} s.`);
    await sleep(Math.min(pause, left), null, { signal });
  }
}

async function connectOnce(url: string): Promise<{ text: string; isPassing: boolean } | null> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {}, backoff: () => 0 });
  try {
    await sql`select 1`;
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { text: texts[code] ?? (code || "unknown problem"), isPassing: !final.has(code) };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Waiting does not mend a wrong password, user or database. */
const final = new Set(["28P01", "28000", "3D000"]);

const texts: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name cannot be looked up",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  CONNECT_TIMEOUT: "no answer within 5 s",
  "28P01": "the password or user is wrong",
  "28000": "this user may not connect",
  "3D000": "there is no such database",
  "53300": "it has no connection left",
  "57P03": "it is still starting",
};
