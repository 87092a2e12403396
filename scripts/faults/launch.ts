import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { settingNames } from "@/lib/core/env";

export type Launched = {
  pid: number;
  output(): string;
  /** Waits until the output says something. */
  says(pattern: RegExp): Promise<string>;
  exited: Promise<number | string>;
};

/** Starts Carillon as `npm start` does, with these settings and no others; it is stopped when the test ends. */
export function launch(settings: Record<string, string>): Launched {
  return runScript(["scripts/start.ts"], settings);
}

export function runScript(args: string[], settings: Record<string, string> = {}): Launched {
  const blank = Object.fromEntries(settingNames.map((name) => [name, ""])); // nothing of the developer's .env
  const child = spawn(process.execPath, ["--import", "tsx", ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", ...blank, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return watch(child);
}

function watch(child: ChildProcess): Launched {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text) => {
      output += text;
    });
  }
  const exited = new Promise<number | string>((settle) => {
    child.once("close", (code, signal) => settle(signal ?? code ?? "unknown"));
  });
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await exited;
  });
  const says = async (pattern: RegExp) => {
    for (let end = false; !pattern.test(output); await sleep(50)) {
      if (end) throw new Error(`It ended without saying ${pattern}. It said:\n${output}`);
      end = child.exitCode !== null || child.signalCode !== null;
    }
    return output;
  };
  return { pid: child.pid ?? 0, output: () => output, says, exited };
}

/** A data directory that is taken away when the test ends. Others may pass through, as in a home that is not root's. */
export function temporaryDir(mode = 0o755): string {
  const dir = mkdtempSync(join(tmpdir(), "carillon-fault-"));
  chmodSync(dir, mode);
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((settle) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => settle(typeof address === "object" && address ? address.port : 0));
    });
  });
}
