import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { env } from "@/lib/core/env";
import { isOriginalName, placeOf, variantName } from "./name";

// The only file that knows where pictures lie: DATA_DIR/media. Another storage would replace it alone.

export type StoredFile = { size: number; body: ReadableStream<Uint8Array> };

/** Keeps a file under its name: after this it survives a power cut, before this it is not there at all. */
export async function putFile(name: string, bytes: Uint8Array): Promise<void> {
  const path = pathOf(name);
  const made = await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.tmp`;
  await writeWhole(partial, bytes);
  await rename(partial, path);
  await syncDirectories({ from: dirname(path), upTo: made ? dirname(made) : dirname(path) });
}

/** The whole file, or null if there is none. */
export async function readStored(name: string): Promise<Uint8Array | null> {
  return unlessMissing(readFile(pathOf(name)));
}

/** Opens a file to be sent. The body must be read or cancelled, since that closes the file. */
export async function openFile(name: string): Promise<StoredFile | null> {
  const handle = await unlessMissing(open(pathOf(name), "r"));
  if (!handle) return null;
  const { size } = await handle.stat();
  return { size, body: Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array> };
}

/** How many bytes the file has, or null if there is none. */
export async function sizeOf(name: string): Promise<number | null> {
  return (await unlessMissing(stat(pathOf(name))))?.size ?? null;
}

/** Removing what is not there is no error. */
export async function removeFile(name: string): Promise<void> {
  await rm(pathOf(name), { force: true });
}

/** Removes the upload and every file that was made of it, also what a crash left without a row. */
export async function removeFilesOf(picture: string): Promise<void> {
  const directory = dirname(pathOf(variantName(picture, 1)));
  for (const entry of (await unlessMissing(readdir(directory))) ?? []) {
    if (entry.startsWith(`${picture}-`)) await rm(join(directory, entry), { force: true });
  }
  await removeFile(picture);
}

/** Names of uploads that lie in the storage since before `until`. Half-written ones of a crash are thrown away. */
export async function listOriginals({ until }: { until: Date }): Promise<string[]> {
  const directory = join(root(), "incoming");
  const old: string[] = [];
  for (const entry of (await unlessMissing(readdir(directory))) ?? []) {
    const path = join(directory, entry);
    const file = await unlessMissing(stat(path));
    if (!file || file.mtime >= until) continue;
    if (entry.endsWith(".tmp")) await rm(path, { force: true });
    else if (isOriginalName(entry)) old.push(entry);
  }
  return old;
}

function pathOf(name: string): string {
  return join(root(), placeOf(name));
}

function root(): string {
  return join(env().DATA_DIR, "media");
}

/** At once: `writeFile` takes a turn for each half megabyte, and each waits while pictures are worked on (a third longer). */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    for (let at = 0; at < bytes.byteLength; )
      at += (await file.write(bytes, at, bytes.byteLength - at)).bytesWritten;
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Without it the content would be safe, but not yet the names that lead to it. Windows cannot open directories. */
async function syncDirectories({ from, upTo }: { from: string; upTo: string }): Promise<void> {
  if (process.platform === "win32") return;
  for (let path = from; path.length >= upTo.length; path = dirname(path)) {
    const handle = await open(path, "r");
    await handle.sync().finally(() => handle.close());
    if (path === upTo) return;
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
