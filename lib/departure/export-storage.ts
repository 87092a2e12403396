import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { keyedHash } from "@/lib/core/crypto";
import { env } from "@/lib/core/env";

// The only file that knows where exports lie: DATA_DIR/exports. Another storage would replace it alone.

/** What an export's file is called: nobody else can find it out, and a job that starts anew finds what it left. */
export function exportFileName(exportId: string): string {
  return `${keyedHash("export", exportId)}.zip`;
}

/** Writes a file as it is made, and answers with its size in bytes; before its end there is none under this name. */
export async function writeExport(name: string, content: NodeJS.ReadableStream): Promise<number> {
  await mkdir(root(), { recursive: true, mode: 0o700 });
  const partial = `${pathOf(name)}.partial`;
  await pipeline(content, createWriteStream(partial, { mode: 0o600, flush: true }));
  await rename(partial, pathOf(name));
  return (await stat(pathOf(name))).size;
}

/** Opens a file to be sent, or null if there is none. The body must be read or cancelled, since that closes the file. */
export async function openExport(name: string): Promise<{ size: number; body: ReadableStream } | null> {
  const handle = await open(pathOf(name), "r").catch(() => null);
  if (!handle) return null;
  const { size } = await handle.stat();
  return { size, body: Readable.toWeb(handle.createReadStream()) as ReadableStream };
}

/** Also what was begun of it. Removing what is not there is no error. */
export async function removeExport(name: string): Promise<void> {
  await rm(pathOf(name), { force: true });
  await rm(`${pathOf(name)}.partial`, { force: true });
}

/** Names of all files that lie there, with those that were only begun under the name that they were to have. */
export async function listExportFiles(): Promise<string[]> {
  const entries = await readdir(root()).catch(() => []);
  const names = entries.map((entry) => entry.replace(/\.partial$/, ""));
  return [...new Set(names)].filter((name) => namePattern.test(name));
}

const namePattern = /^[\w-]{43}\.zip$/;

function pathOf(name: string): string {
  if (!namePattern.test(name)) throw new Error("not the name of an export");
  return join(root(), name);
}

function root(): string {
  return join(env().DATA_DIR, "exports");
}
