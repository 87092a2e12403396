import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, realpathSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { program } from "./binaries";
import { asOwner, type Owner } from "./owner";

type Spawn = { dataDir: string; binaries: string; owner: Owner | null; port: number; settings: string[] };

/** One try to run the server: its process, and what it wrote to the log since. */
export type Attempt = { process: ChildProcess; output(): string };

/**
 * Spawns PostgreSQL in a session of its own: Ctrl-C in the terminal must not reach it before the app is done,
 * and it must survive when the app is killed, so that the next start finds it.
 */
export function spawnServer({ dataDir, binaries, owner, port, settings }: Spawn): Attempt {
  const logFile = join(dataDir, "postgres.log");
  rotate(logFile);
  const log = openSync(logFile, "a", 0o600);
  const before = statSync(logFile).size;
  const args = ["-D", clusterOf(dataDir), "-p", String(port), ...settings.flatMap((line) => ["-c", line])];
  const child = spawn(program(binaries, "postgres"), args, {
    ...asOwner(owner, binaries),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.on("error", () => {}); // told by exitCode and output
  child.unref();
  return { process: child, output: () => readFileSync(logFile).subarray(before).toString() };
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
export function stopServer({ dataDir, binaries, owner }: Omit<Spawn, "port" | "settings">): Promise<void> {
  const args = ["stop", "-D", clusterOf(dataDir), "-m", "fast", "-w", "-t", "60", "-s"];
  const child = spawn(program(binaries, "pg_ctl"), args, { ...asOwner(owner, binaries), stdio: "ignore" });
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => {
      if (code === 0 || !readPidFile(dataDir)) done();
      else fail(new Error(`PostgreSQL did not stop (exit ${code}): see ${join(dataDir, "postgres.log")}`));
    });
  });
}

/** The running server's process and port, as its lock file says; null when there is none alive. */
export function readPidFile(dataDir: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : null;
  } catch {
    return null;
  }
}

/** The real place: the owner cannot enter `dataDir` when `postgres` in it is a link. */
function clusterOf(dataDir: string): string {
  return realpathSync(join(dataDir, "postgres"));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) renameSync(logFile, `${logFile}.1`);
}
