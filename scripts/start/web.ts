import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "@/lib/core/env";

export type WebProcess = { exited: Promise<string>; stop(): Promise<void> };

type Options = { settings: Settings; databaseUrl: string; secret: string; mode: "start" | "dev" };

/** Runs Next.js as a child that ends when this process does: it listens for the end of the IPC channel. */
export function startWeb({ settings, databaseUrl, secret, mode }: Options): WebProcess {
  const { HOST, PORT, ORIGIN, DATA_DIR } = settings;
  const next = ["node_modules/next/dist/bin/next", "dev", "--hostname", HOST, "--port", String(PORT)];
  const args = mode === "dev" ? next : ["scripts/serve.ts"];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", mode === "dev" ? "inherit" : "pipe", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: mode === "dev" ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: databaseUrl,
      SECRET: secret,
      ORIGIN,
      DATA_DIR,
      PORT: String(PORT),
      HOST,
      AUTH_URL: ORIGIN,
      AUTH_TRUST_HOST: "true",
    },
    // Served alone, it is in a group of its own: Ctrl-C reaches the launcher, which ends things in their order.
    detached: mode === "start" && process.platform !== "win32",
  });
  if (child.stdout) passOnWithoutBanner(child.stdout);
  const exited = new Promise<string>((settle) => {
    child.once("error", (error) => settle(error.message));
    child.once("exit", (code, signal) => settle(signal ?? `exit ${code}`));
  });
  return { exited, stop: () => stop(child, exited) };
}

/** Until the server answers and reaches its database. */
export async function waitUntilServed(
  settings: Settings,
  web: WebProcess,
  signal: AbortSignal,
): Promise<void> {
  let end: string | null = null;
  void web.exited.then((how) => {
    end = how;
  });
  while (!end) {
    signal.throwIfAborted();
    const answer = fetch(new URL("/healthz", localAddress(settings)), {
      signal: AbortSignal.timeout(30_000),
    });
    if ((await answer.catch(() => null))?.ok) return;
    await sleep(100);
  }
  throw new Error(`The web server ended before it answered (${end}): see what it said above.`);
}

function localAddress({ HOST, PORT }: Settings): string {
  const host = { "0.0.0.0": "127.0.0.1", "::": "::1" }[HOST] ?? HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}/`;
}

async function stop(child: ChildProcess, exited: Promise<string>): Promise<void> {
  child.kill("SIGTERM");
  const patience = new AbortController();
  const isLate = sleep(15_000, "late", { signal: patience.signal }).catch(() => "ended");
  if ((await Promise.race([exited, isLate])) === "late") child.kill("SIGKILL");
  await exited;
  patience.abort();
}

function passOnWithoutBanner(output: NodeJS.ReadableStream): void {
  const banner =
    /^\s*(▲ Next\.js|- (Local|Network|Environments|Experiments)|✓ (Starting|Ready|Running next)|$)/;
  createInterface({ input: output }).on("line", (line) => {
    if (!banner.test(line)) process.stdout.write(`${line}\n`);
  });
}
