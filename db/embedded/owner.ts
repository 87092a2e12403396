import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** The user that PostgreSQL runs as when Carillon runs as root, because PostgreSQL refuses root. */
export type Owner = { uid: number; gid: number };

/** Null when not root: PostgreSQL then runs as the user that Carillon runs as. */
export function chooseOwner(cluster: string): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const present = statSync(cluster, { throwIfNoEntry: false });
  if (present && present.uid !== 0) return { uid: present.uid, gid: present.gid };
  return findUser("postgres") ?? findUser("nobody") ?? { uid: 65534, gid: 65534 };
}

/** Options for a child that runs as `owner`, with an environment that holds none of our secrets. */
export function asOwner(owner: Owner | null, cwd: string) {
  const names = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot"];
  const kept = names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  // A working directory that the owner may not enter would stop it, so it is never inherited.
  return { ...owner, cwd, windowsHide: true, env: { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" } };
}

/** Whether `owner` may pass through `directory` and everything above it. */
export function canEnter(directory: string, owner: Owner): boolean {
  const { mode, uid, gid } = statSync(directory);
  const shift = uid === owner.uid ? 6 : gid === owner.gid ? 3 : 0;
  if (((mode >> shift) & 1) === 0) return false;
  const parent = dirname(directory);
  return parent === directory || canEnter(parent, owner);
}

function findUser(name: string): Owner | null {
  let lines: string[] = [];
  try {
    lines = readFileSync("/etc/passwd", "utf8").split("\n");
  } catch {
    return null;
  }
  const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
  return Number(uid) > 0 && Number(gid) > 0 ? { uid: Number(uid), gid: Number(gid) } : null;
}
