import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { describe, expect, onTestFinished, test } from "vitest";
import { startEmbedded } from "@/db/embedded/start";
import { freePort, launch, runScript, temporaryDir } from "./launch";

describe("after kill -9", () => {
  test("the next start serves again, with the PostgreSQL that was left behind", async () => {
    const settings = { DATA_DIR: temporaryDir(), PORT: String(await freePort()) };
    const first = launch(settings);
    await first.says(/ready at/);
    const server = postmaster(settings.DATA_DIR);
    process.kill(first.pid, "SIGKILL");
    await first.exited;

    const second = launch(settings);
    await second.says(/Found PostgreSQL still running.*ready at/s);
    expect(postmaster(settings.DATA_DIR)).toBe(server);
    process.kill(second.pid, "SIGTERM");
    expect(await second.exited).toBe(0);
    expect(() => postmaster(settings.DATA_DIR)).toThrow();
  });

  test("of a writer, everything that was acknowledged is there", async () => {
    const dataDir = temporaryDir();
    const acknowledged = await writeUntilKilled(dataDir);
    const server = await startEmbedded(dataDir);
    onTestFinished(server.stop);

    expect(server.started).toBe(false);
    expect(await missing(server.url, acknowledged)).toEqual([]);
  });

  test("of a writer and of PostgreSQL, everything that was acknowledged is there", async () => {
    const dataDir = temporaryDir();
    const acknowledged = await writeUntilKilled(dataDir, () => process.kill(postmaster(dataDir), "SIGKILL"));
    const server = await startEmbedded(dataDir);
    onTestFinished(server.stop);

    expect(server.started).toBe(true);
    expect(await missing(server.url, acknowledged)).toEqual([]);
  });
});

/** Kills the writer in the middle of its work and returns the rows whose commit it had been told of. */
async function writeUntilKilled(dataDir: string, alsoKill = () => {}): Promise<number[]> {
  const writer = runScript(["scripts/faults/writer.ts", dataDir]);
  await writer.says(/\n500\n/);
  alsoKill();
  process.kill(writer.pid, "SIGKILL");
  await writer.exited;
  return [...writer.output().matchAll(/^(\d+)$/gm)].map((line) => Number(line[1]));
}

async function missing(url: string, acknowledged: number[]): Promise<number[]> {
  expect(acknowledged.length).toBeGreaterThan(400);
  const sql = postgres(url, { max: 1 });
  const rows = await sql<{ n: number }[]>`select n from acknowledged`;
  await sql.end();
  const found = new Set(rows.map(({ n }) => n));
  return acknowledged.filter((n) => !found.has(n));
}

function postmaster(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}
