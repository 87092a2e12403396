import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/core/env";
import { placeOf } from "@/lib/media/name";
import { townFiles } from "./town/pictures";

/** Folders of DATA_DIR with what people make: pictures, mails, what they typed in vain, copies of data, previews. */
const folders = ["media", "mail", "kept", "exports", "previews"];

/** Writes down which files a wipe will leave without a row, before it is known whether it comes to its end. */
export async function noteStrayFiles(wipedAt: Date): Promise<void> {
  const note: Note = { wipedAt: wipedAt.toISOString(), files: await listStrayFiles() };
  await writeFile(notePath(), JSON.stringify(note), { mode: 0o600, flush: true });
}

/** Removes them if the wipe of this time is the one that happened; a wipe that was cut off left its note in vain. */
export async function removeNotedFiles(wipedAt: Date): Promise<void> {
  const text = await readFile(notePath(), "utf8").catch(() => "null");
  const note = JSON.parse(text || "null") as Note | null;
  if (note?.wipedAt === wipedAt.toISOString()) for (const path of note.files) await rm(path, { force: true });
  await rm(notePath(), { force: true });
}

type Note = { wipedAt: string; files: string[] };

function notePath(): string {
  return join(env().DATA_DIR, "wipe-under-way.json");
}

/** Every file that is there now and is none of the town's. */
async function listStrayFiles(): Promise<string[]> {
  const { DATA_DIR } = env();
  const own = new Set(townFiles().map((name) => join(DATA_DIR, "media", placeOf(name))));
  const found: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(join(DATA_DIR, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !own.has(path)) found.push(path);
    }
  }
  return found;
}
