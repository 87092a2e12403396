import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Run } from "@/scripts/start/run";
import { freePort } from "./free-port";

type App = { folder: string; env?: Record<string, string> };

/** Builds an app of the bench, the same way as ours. */
export async function buildNext({ folder, env }: App, signal: AbortSignal): Promise<void> {
  const child = next(["build", folder], env);
  const stop = () => child.kill("SIGTERM");
  signal.addEventListener("abort", stop, { once: true });
  const [code] = await once(child, "exit");
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (code !== 0) throw new Error(`${folder} could not be built (exit ${code}).`);
}

/** Serves it on a free port until the bench ends; `path` answers once it is ready. Returns its origin. */
export async function serveNext(
  { signal, atEnd }: Run,
  { folder, env, path }: App & { path: string },
): Promise<string> {
  const port = await freePort();
  const child = next(["start", folder, "--hostname", "127.0.0.1", "--port", String(port)], env);
  const exited = once(child, "exit");
  atEnd(async () => {
    child.kill("SIGTERM");
    await exited;
  });
  const origin = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    signal.throwIfAborted();
    if (await fetch(origin + path).catch(() => null)) return origin;
    await sleep(100);
  }
  throw new Error(`${folder} is not served (exit ${child.exitCode}): see what Next.js said above.`);
}

function next(args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ["node_modules/next/dist/bin/next", ...args], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    detached: process.platform !== "win32",
  });
}
