import {
  chownSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { majorVersion } from "./binaries";
import { elsewhere } from "./elsewhere";
import { initdb } from "./initdb";
import { canEnter, type Owner } from "./owner";

export type Place = {
  dataDir: string;
  binaries: string;
  owner: Owner | null;
  password: string;
  /** False only for tests: their cluster need not survive a power cut. */
  durable: boolean;
};

/**
 * Makes the cluster `data/postgres` if there is none. It is made aside and renamed, so that a crash in between
 * leaves nothing half. For root with a `data/` that others cannot enter it stands in /var/lib/carillon and
 * `data/postgres` is a link to it.
 */
export async function ensureCluster(place: Place): Promise<void> {
  const cluster = join(place.dataDir, "postgres");
  if (lstatSync(cluster, { throwIfNoEntry: false })) return checkCluster(cluster, place.binaries);

  const parent = parentFor(place);
  const made = mkdtempSync(join(parent, "postgres."));
  if (place.owner) chownSync(made, place.owner.uid, place.owner.gid);
  try {
    await initdb(place, made);
    if (parent === place.dataDir) renameSync(made, cluster);
    else symlinkSync(made, cluster);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(join(cluster, "PG_VERSION"))) throw error; // else another start made it meanwhile
  }
}

function parentFor({ dataDir, owner }: Place): string {
  if (!owner || canEnter(dataDir, owner)) return dataDir;
  const parent = elsewhere(owner);
  if (parent) return parent;
  throw new Error(
    `Carillon runs as root, but PostgreSQL must not, and its user cannot enter ${dataDir}. ` +
      "Set DATA_DIR to a directory that other users can enter, or run Carillon as an ordinary user.",
  );
}

function checkCluster(cluster: string, binaries: string): void {
  const file = join(cluster, "PG_VERSION");
  if (!existsSync(file)) {
    throw new Error(
      `${cluster} does not lead to a PostgreSQL cluster. Bring it back from a backup, or move it away.`,
    );
  }
  const made = readFileSync(file, "utf8").trim();
  const shipped = majorVersion(binaries);
  if (made === shipped) return;
  throw new Error(
    `${cluster} was made by PostgreSQL ${made}, and this version of Carillon brings PostgreSQL ${shipped}. ` +
      "Export it with the old version of Carillon (pg_dump) and import it here, or set DATABASE_URL.",
  );
}
