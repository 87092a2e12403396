import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type AddFile, zipOf } from "@/lib/core/zip";
import { SUMS } from "./manifest";

/** Puts one part into the archive as it is read: one piece of it is in memory. */
export type AddPart = (
  path: string,
  content: AsyncIterable<Uint8Array | string>,
  options?: { compress?: boolean },
) => Promise<void>;

/**
 * Writes a backup, readable by its owner alone, with the SHA-256 of each part in its last one. Before its end
 * there is no file under this name, and none that is there is written over.
 */
export async function writeArchive(
  file: string,
  fill: (add: AddPart) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const partial = `${file}.partial`;
  try {
    const archive = zipOf((add) => fillWithSums(add, fill));
    await pipeline(archive, createWriteStream(partial, { mode: 0o600, flush: true }), { signal });
    if (existsSync(file)) throw new Error(`${file} was made meanwhile by somebody else.`);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function fillWithSums(add: AddFile, fill: (add: AddPart) => Promise<void>): Promise<void> {
  const sums: string[] = [];
  await fill(async (path, content, options) => {
    const hash = createHash("sha256");
    await add(path, hashed(content, hash), options);
    sums.push(`${hash.digest("hex")}  ${path}\n`);
  });
  await add(SUMS, Buffer.from(sums.join("")));
}

async function* hashed(content: AsyncIterable<Uint8Array | string>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}
