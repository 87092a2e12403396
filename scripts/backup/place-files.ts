import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { placeOf } from "@/lib/media/name";
import { SECRETS } from "./manifest";
import type { Archive } from "./read-archive";

/** Pictures of the backup, laid out beside those that are there. */
export async function unpackPictures({ paths, read }: Archive, dataDir: string): Promise<void> {
  const fresh = freshIn(dataDir);
  await rm(fresh, { recursive: true, force: true }); // what a killed restore left
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  for (const path of pictureParts(paths)) {
    const file = join(fresh, placeOf(basename(path)));
    await mkdir(dirname(file), { recursive: true });
    await pipeline(await read(path), createWriteStream(file, { mode: 0o600, flush: true }));
  }
}

/** Puts them in the place of those that are there. Not the directory itself: it may be a disk of its own. */
export async function swapPictures(dataDir: string): Promise<void> {
  const media = join(dataDir, "media");
  const fresh = freshIn(dataDir);
  for (const entry of await readdir(media))
    if (join(media, entry) !== fresh) await rm(join(media, entry), { recursive: true });
  for (const entry of await readdir(fresh)) await rename(join(fresh, entry), join(media, entry));
  await rm(fresh, { recursive: true });
}

/** The secret that the rows are sealed with, unless SECRET gives it. */
export async function placeSecret({ read }: Archive, dataDir: string): Promise<void> {
  const partial = join(dataDir, `${SECRETS}.partial`);
  await writeFile(partial, await text(await read(SECRETS)), { mode: 0o600, flush: true });
  await rename(partial, join(dataDir, SECRETS));
  await syncDirectory(dataDir);
}

/** Refuses parts that no backup of ours has, before anything is touched: their names become paths. */
export function pictureParts(paths: string[]): string[] {
  const pictures = paths.filter((path) => path.startsWith("media/"));
  for (const path of pictures)
    if (path !== `media/${placeOf(basename(path))}`) throw new Error(`${path} is not where pictures lie.`);
  return pictures;
}

function freshIn(dataDir: string): string {
  return join(dataDir, "media", ".restored");
}

/** Windows cannot open directories. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}
