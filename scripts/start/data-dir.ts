import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Makes `dataDir` if it is missing and proves that it can be written to, before anything relies on it. */
export function prepareDataDir(dataDir: string): void {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    makeDir(dataDir);
    writeFileSync(probe, "Can this be written? Then it can be taken away.\n");
    rmSync(probe);
  } catch (error) {
    throw new Error(
      `Carillon cannot write to its data directory ${dataDir}: ${reason(error)}. ` +
        "Let the user that runs Carillon write there, or set DATA_DIR to another directory.",
    );
  }
}

/** Not mkdir's `recursive`, which never returns where the system says "no such file" for ever, as in /proc. */
function makeDir(dir: string): void {
  if (existsSync(dir)) return;
  makeDir(dirname(dir));
  // As root, PostgreSQL runs as another user, which must pass through but need not look around.
  mkdirSync(dir, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

const reasons: Record<string, string> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the quota is used up",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "it is a file",
  ENOENT: "the path cannot be made",
};

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? String(error);
}
