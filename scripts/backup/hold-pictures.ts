import { copyFile, link, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Sql } from "postgres";
import { isOriginalName, isVariantName, placeOf, variantName } from "@/lib/media/name";

export type HeldPictures = {
  /** Holds all that lie there now, and what was held before. */
  holdAll(): Promise<void>;
  /** Holds one that came since; false if there is none. */
  hold(name: string): Promise<boolean>;
  pathOf(name: string): string;
  release(): Promise<void>;
};

/**
 * Files of pictures never change, but they are taken away: of each one second name (a hard link) is made beside
 * them, so that what a snapshot of the database names is there until it was copied. Nobody else may hold at the same time.
 */
export async function holdPictures(dataDir: string): Promise<HeldPictures> {
  const media = join(dataDir, "media");
  const held = join(media, ".backup"); // in there, since it may be a disk of its own
  const release = () => rm(held, { recursive: true, force: true });
  const pathOf = (name: string) => join(held, placeOf(name));
  const hold = (name: string) => holdOne(join(media, placeOf(name)), pathOf(name));
  await release(); // what a killed backup left
  await mkdir(held, { recursive: true, mode: 0o700 });
  return { hold, pathOf, release, holdAll: () => holdTree(media, hold) };
}

/** Files that the rows of this snapshot name: uploads while they wait, else what was made of them. */
export async function* namesOfPictures(sql: Sql): AsyncGenerator<string> {
  const rows = sql<{ name: string; status: string; widths: number[] }[]>`
    select name, status, widths from media where status <> 'failed' order by id`;
  for await (const page of rows.cursor(500)) {
    for (const { name, status, widths } of page) {
      if (status === "waiting") yield name;
      else for (const width of widths) yield variantName(name, width);
    }
  }
}

async function holdTree(directory: string, hold: (name: string) => Promise<boolean>): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true }).catch(() => [])) {
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) await holdTree(join(directory, entry.name), hold);
    else if (isOriginalName(entry.name) || isVariantName(entry.name)) await hold(entry.name);
  }
}

async function holdOne(from: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  for (const way of [link, copyFile]) {
    const code = await way(from, to).then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code,
    );
    if (code === null || code === "EEXIST") return true;
    if (code === "ENOENT") return false;
    if (way === copyFile) throw new Error(`The picture ${from} cannot be copied to ${to} (${code}).`);
  }
  return false;
}
