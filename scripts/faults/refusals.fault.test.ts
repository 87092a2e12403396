import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { freePort, launch, temporaryDir } from "./launch";

describe("a start that cannot succeed says why and ends with 1", () => {
  test("when the port is taken, and stops the PostgreSQL that it started", async () => {
    const PORT = String(await occupiedPort());
    const DATA_DIR = temporaryDir();
    const carillon = launch({ PORT, DATA_DIR });

    expect(await carillon.exited).toBe(1);
    expect(carillon.output()).toMatch(new RegExp(`Port ${PORT} is taken.*set PORT`, "s"));
    expect(existsSync(join(DATA_DIR, "postgres", "postmaster.pid"))).toBe(false);
  });

  test("when a setting is wrong, and names all that are", async () => {
    const carillon = launch({
      PORT: "eighty",
      SMTP_URL: "http://user:hunter2@mail",
      DATA_DIR: temporaryDir(),
    });

    expect(await carillon.exited).toBe(1);
    expect(carillon.output()).toContain(
      'The setting PORT is wrong: "eighty". Please write a whole number from 1 to',
    );
    expect(carillon.output()).toContain("The setting SMTP_URL is wrong. Please write it like smtp://");
    expect(carillon.output()).not.toContain("hunter2");
  });

  test.each([
    ["is below a file", () => join(fileIn(temporaryDir()), "data")],
    ["is a file", () => fileIn(temporaryDir())],
    // Permission bits do not bind root; nobody can make directories in /proc.
    ["cannot be written", () => "/proc/carillon"],
  ])("when the data directory %s", async (_, make) => {
    const DATA_DIR = make();
    const carillon = launch({ DATA_DIR, PORT: String(await freePort()) });

    expect(await carillon.exited).toBe(1);
    expect(carillon.output()).toContain(`cannot write to its data directory ${DATA_DIR}`);
    expect(carillon.output()).toContain("set DATA_DIR");
  });

  test("when the server of DATABASE_URL does not answer: it tries again first, and hides the password", async () => {
    const port = await freePort();
    const DATABASE_URL = `postgres://carillon:hunter2@127.0.0.1:${port}/bells`;
    const carillon = launch({ DATABASE_URL, DATABASE_WAIT: "3", DATA_DIR: temporaryDir() });

    expect(await carillon.exited).toBe(1);
    const output = carillon.output();
    expect(output.match(/Trying again/g)?.length).toBeGreaterThanOrEqual(2);
    expect(output).toContain(
      `PostgreSQL at 127.0.0.1:${port} (database bells) cannot be used: nothing listens there`,
    );
    expect(output).not.toContain("hunter2");
  });
});

function fileIn(dir: string): string {
  writeFileSync(join(dir, "file"), "");
  return join(dir, "file");
}

async function occupiedPort(): Promise<number> {
  const port = await freePort();
  const server = createServer().listen(port, "127.0.0.1");
  onTestFinished(() => void server.close());
  return port;
}
