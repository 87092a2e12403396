import { migrateDatabase } from "@/db/migrate";
import { beginRestore, endRestore } from "@/scripts/start/unfinished-restore";
import { loadDatabase } from "./load";
import type { Manifest } from "./manifest";
import { placeSecret, swapPictures, unpackPictures } from "./place-files";
import { type Archive, openArchive } from "./read-archive";
import { refuseUnfit, refuseUnlessEmpty } from "./refuse";
import { bringSchema } from "./schema";
import { connectToCopy } from "./tables";

export type RestoreWish = {
  url: string;
  dataDir: string;
  /** The setting SECRET, where it is set. */
  secret?: string | undefined;
  file: string;
  /** Whether what is there may be replaced. */
  replace: boolean;
};

/**
 * Brings back what `backUp` wrote, when nothing runs on database and directory. Everything is read and compared before
 * anything is touched; after a restore that was cut off, nothing starts until one with `replace` came to its end.
 */
export async function restore(wish: RestoreWish): Promise<Manifest> {
  const archive = await openArchive(wish.file);
  try {
    await refuseUnfit(archive, wish.secret);
    await bringBack(archive, wish);
    await migrateDatabase(wish.url); // rows of an earlier release become those of this one
    endRestore(wish.dataDir);
    return archive.manifest;
  } finally {
    archive.close();
  }
}

async function bringBack(archive: Archive, { url, dataDir, secret, replace }: RestoreWish): Promise<void> {
  const sql = connectToCopy(url);
  try {
    if (!replace) await refuseUnlessEmpty(sql, dataDir);
    beginRestore(dataDir);
    await unpackPictures(archive, dataDir);
    await bringSchema(sql, url, archive.manifest.migrations);
    await loadDatabase(sql, archive);
    await swapPictures(dataDir);
    if (!secret) await placeSecret(archive, dataDir);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
