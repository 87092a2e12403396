import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";

// The only file that knows where drawn previews lie: DATA_DIR/previews, one file for the newest drawing of an event.

type Kept = { eventId: string; version: string };

/** The drawing of this version, or null if it was not made yet or was dropped. */
export async function readPreview(kept: Kept): Promise<Uint8Array | null> {
  return readFile(pathOf(kept)).catch(() => null);
}

/** Keeps a drawing instead of those of earlier versions. */
export async function keepPreview(kept: Kept, bytes: Uint8Array): Promise<void> {
  await mkdir(root(), { recursive: true, mode: 0o700 });
  await removePreviewsOf(kept.eventId);
  const partial = `${pathOf(kept)}.${process.pid}.tmp`;
  await writeFile(partial, bytes, { mode: 0o600 });
  await rename(partial, pathOf(kept));
}

/** The event changed or is gone: what was drawn of it is not kept any longer. May be called again. */
export async function dropPreview(_tx: Context, { eventId }: { eventId: string }): Promise<void> {
  await removePreviewsOf(eventId);
}

/** Previews that were drawn long ago: should somebody ask again, they are drawn again. */
export async function sweepPreviews({ now }: Context): Promise<void> {
  for (const name of await namesOfAll()) {
    const file = await stat(join(root(), name)).catch(() => null);
    if (file && now.getTime() - file.mtimeMs > keptDays * 86_400_000) await remove(name);
  }
}

const keptDays = 30;

async function removePreviewsOf(eventId: string): Promise<void> {
  for (const name of await namesOfAll()) if (name.startsWith(`${eventId}-`)) await remove(name);
}

function namesOfAll(): Promise<string[]> {
  return readdir(root()).catch(() => []);
}

function remove(name: string): Promise<void> {
  return rm(join(root(), name), { force: true });
}

function pathOf({ eventId, version }: Kept): string {
  return join(root(), `${eventId}-${version}.png`);
}

function root(): string {
  return join(env().DATA_DIR, "previews");
}
