import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { type Entry, openPromise } from "yauzl";
import { MANIFEST, type Manifest, manifestSchema, SUMS } from "./manifest";

/** A backup of which every byte was compared with its sum. */
export type Archive = {
  manifest: Manifest;
  paths: string[];
  read(path: string): Promise<Readable>;
  close(): void;
};

/** Opens a backup and reads it through. Refuses what is cut off, damaged, or holds more or less than it says. */
export async function openArchive(file: string): Promise<Archive> {
  try {
    return await openAndCheck(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new Error(`${file} is not a whole backup of Carillon (${reason}). Nothing was changed.`);
  }
}

async function openAndCheck(file: string): Promise<Archive> {
  const zip = await openPromise(file, { autoClose: false });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Error(`${entry.fileName} is there twice`);
      entries.set(entry.fileName, entry);
    }
    const read = (path: string) => {
      const entry = entries.get(path);
      if (!entry) throw new Error(`${path} is missing`);
      return zip.openReadStreamPromise(entry);
    };
    const paths = [...entries.keys()].filter((path) => path !== SUMS);
    await compareSums(paths, read);
    const manifest = manifestSchema.parse(JSON.parse(await text(await read(MANIFEST))));
    return { manifest, paths, read, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function compareSums(paths: string[], read: (path: string) => Promise<Readable>): Promise<void> {
  const lines = (await text(await read(SUMS))).split("\n").slice(0, -1);
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const there = new Set(paths);
  for (const path of sums.keys()) if (!there.has(path)) throw new Error(`${path} is missing`);
  for (const path of paths) {
    const hash = createHash("sha256");
    for await (const chunk of await read(path)) hash.update(chunk);
    if (hash.digest("hex") !== sums.get(path)) throw new Error(`${path} is damaged`);
  }
}
