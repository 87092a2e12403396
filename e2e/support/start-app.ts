import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, startMailServer } from "./smtp";

export type App = { origin: string; dataDir: string; welcomePath: string | null; stop(): Promise<void> };

/**
 * Starts Carillon as `npm start` does, building it if need be. Settings of the developer's are not used: mails
 * go to a server of ours, which keeps them in the data directory, and no other is met. What it says is in test-results/server-PORT.log.
 */
export async function startApp(settings: Record<string, string> = {}): Promise<App> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-e2e-"));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must pass through
  const mail = await startMailServer(dataDir);
  mkdirSync("test-results", { recursive: true });
  const logFile = `test-results/server-${port}.log`;
  const log = openSync(logFile, "w");

  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    stdio: ["ignore", log, log],
    // Robots of ours need not wait.
    env: {
      ...bareEnvironment(),
      SIGN_UP_DELAY: "0",
      PORT: String(port),
      DATA_DIR: dataDir,
      SMTP_URL: mail.url,
      ...settings,
    },
  });
  const exited = new Promise<void>((settle) => child.once("close", () => settle()));
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
    await mail.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  while (!readFileSync(logFile, "utf8").includes("Ctrl-C stops everything")) {
    if (child.exitCode !== null) throw new Error(`The app did not start:\n${readFileSync(logFile, "utf8")}`);
    await sleep(200);
  }
  const welcomePath = /\/welcome\/\S+/.exec(readFileSync(logFile, "utf8"))?.[0] ?? null;
  return { origin: `http://localhost:${port}`, dataDir, welcomePath, stop };
}

/** Every setting empty, as .env.example lists them (a unit test sees to it that it lists them all). */
function bareEnvironment(): NodeJS.ProcessEnv {
  const names = [...readFileSync(".env.example", "utf8").matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => [
    name,
    "",
  ]);
  const { PATH, HOME } = process.env;
  return { PATH, HOME, NODE_ENV: "production", ...Object.fromEntries(names) };
}
