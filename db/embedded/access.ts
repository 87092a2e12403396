import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** How the embedded server is reached: kept in `data/database.json`, readable by nobody else. */
export type Access = { password: string; port: number | null };

/** Reads the kept access, or makes a new one before there is a cluster. Two starts at once agree on one. */
export function loadAccess(dataDir: string): Access {
  const made: Access = { password: randomBytes(24).toString("base64url"), port: null };
  try {
    writeFileSync(file(dataDir), JSON.stringify(made), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return JSON.parse(readFileSync(file(dataDir), "utf8")) as Access;
}

export function keepPort(dataDir: string, access: Access, port: number): void {
  if (access.port === port) return;
  const next = `${file(dataDir)}.${process.pid}`;
  writeFileSync(next, JSON.stringify({ ...access, port }), { mode: 0o600 });
  renameSync(next, file(dataDir));
}

/** The port of last time if it is still free, else any free one. */
export async function choosePort(kept: number | null): Promise<number> {
  return (kept && (await listenOnce(kept))) || (await listenOnce(0)) || Promise.reject(noPort());
}

export function urlOf({ password }: Access, port: number, database: string): string {
  return `postgres://carillon:${password}@127.0.0.1:${port}/${database}`;
}

function listenOnce(port: number): Promise<number | null> {
  const server = createServer();
  return new Promise((settle) => {
    server.once("error", () => settle(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => settle(address && typeof address === "object" ? address.port : null));
    });
  });
}

function noPort(): Error {
  return new Error("No free port on 127.0.0.1 for PostgreSQL.");
}

function file(dataDir: string): string {
  return join(dataDir, "database.json");
}
