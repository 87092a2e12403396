import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hashToken, newToken, seal, unseal } from "./crypto";
import { env } from "./env";

// The only file that knows where texts lie that are forgotten within the hour: DATA_DIR/kept, sealed.

const MINUTES = 60;
const PURPOSE = "kept for an hour";

/** Keeps a text for an hour. Answers with the only key to it, for a cookie: the file's name does not tell it. */
export async function keepForAnHour(text: string, now: Date): Promise<string> {
  const { token, hash } = newToken();
  await mkdir(root(), { recursive: true, mode: 0o700 });
  const until = now.getTime() + MINUTES * 60_000;
  const partial = join(root(), `${hash}.tmp`);
  await writeFile(partial, seal(PURPOSE, JSON.stringify({ text, until })), { mode: 0o600 });
  await rename(partial, pathOf(token));
  return token;
}

/** The text that this key opens, or null when its hour is over. */
export async function readKept(token: string, now: Date): Promise<string | null> {
  try {
    const { text, until } = JSON.parse(unseal(PURPOSE, await readFile(pathOf(token), "utf8")));
    return until > now.getTime() ? text : null;
  } catch {
    return null;
  }
}

/** Forgetting what is not there is no error. */
export async function forgetKept(token: string): Promise<void> {
  await rm(pathOf(token), { force: true });
}

/** Throws away what nobody came back for. */
export async function sweepKept({ now }: { now: Date }): Promise<void> {
  for (const name of await readdir(root()).catch(() => [])) {
    const path = join(root(), name);
    const file = await stat(path).catch(() => null);
    if (file && now.getTime() - file.mtimeMs > MINUTES * 60_000) await rm(path, { force: true });
  }
}

function pathOf(token: string): string {
  return join(root(), hashToken(token));
}

function root(): string {
  return join(env().DATA_DIR, "kept");
}
