import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Run } from "@/scripts/start/run";
import { freePort } from "./free-port";

const folder = "bench/bare";

/** What the bare pages must weigh in bytes, to be compared with ours. */
export type Weights = { static: number; dynamic: number };

/** Builds the bare pages as heavy as ours and serves them, the same way as the app. Returns their origin. */
export async function startBare({ signal, atEnd }: Run, weights: Weights): Promise<string> {
  await build(weights, signal);
  const port = await freePort();
  const child = next(["start", folder, "--hostname", "127.0.0.1", "--port", String(port)]);
  const exited = once(child, "exit");
  atEnd(async () => {
    child.kill("SIGTERM");
    await exited;
  });
  const origin = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    signal.throwIfAborted();
    if (await fetch(`${origin}/static`).catch(() => null)) return origin;
    await sleep(100);
  }
  throw new Error(`The bare pages are not served (exit ${child.exitCode}): see what Next.js said above.`);
}

/** Each paragraph is in the HTML and once more in the payload for the framework's scripts. */
async function build(weights: Weights, signal: AbortSignal): Promise<void> {
  const paragraphs = (bytes: number) => String(Math.max(1, Math.round((bytes - emptyPage) / perParagraph)));
  const child = next(["build", folder], {
    STATIC_PARAGRAPHS: paragraphs(weights.static),
    DYNAMIC_PARAGRAPHS: paragraphs(weights.dynamic),
  });
  const stop = () => child.kill("SIGTERM");
  signal.addEventListener("abort", stop, { once: true });
  const [code] = await once(child, "exit");
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (code !== 0) throw new Error(`The bare pages could not be built (exit ${code}).`);
}

const emptyPage = 5_000;
const perParagraph = 250;

function next(args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ["node_modules/next/dist/bin/next", ...args], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    detached: process.platform !== "win32",
  });
}
