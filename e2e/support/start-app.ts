import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, startMailServer } from "./smtp";

export type App = {
  origin: string;
  /** Where it listens; a server in front of it may have another address. */
  port: number;
  dataDir: string;
  welcomePath: string | null;
  stop(): Promise<void>;
  /** Ends it, be it without a warning. */
  end(how?: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Starts it again with what it kept. */
  startAgain(): Promise<void>;
};

/**
 * Starts Carillon as `npm start` does, building it if need be. Settings of the developer's are not used: mails
 * go to a server of ours, which keeps them in the data directory, and no other is met. What it says is in test-results/server-PORT.log.
 */
export async function startApp(settings: Record<string, string> = {}): Promise<App> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-e2e-"));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must pass through
  const mail = await startMailServer(dataDir);
  // Robots of ours need not wait.
  const own = { SIGN_UP_DELAY: "0", PORT: String(port), DATA_DIR: dataDir, SMTP_URL: mail.url };
  const environment = { ...bareEnvironment(), ...own, ...settings };
  let running = await launch(environment);
  const end: App["end"] = async (how = "SIGTERM") => {
    running.child.kill(how);
    await running.exited;
  };
  return {
    origin: settings.ORIGIN ?? `http://localhost:${port}`,
    ...{ port, dataDir, end },
    welcomePath: /\/welcome\/\S+/.exec(running.said())?.[0] ?? null,
    async startAgain() {
      running = await launch(environment);
    },
    async stop() {
      await end();
      await mail.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Milliseconds, a build on a slow machine among them: one that cannot start may go on trying. */
const MAX_START = 600_000;

type Running = { child: ChildProcess; exited: Promise<void>; said(): string };

async function launch(environment: NodeJS.ProcessEnv): Promise<Running> {
  mkdirSync("test-results", { recursive: true });
  const logFile = `test-results/server-${environment.PORT}.log`;
  const log = openSync(logFile, "w");
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    stdio: ["ignore", log, log],
    env: environment,
  });
  const exited = new Promise<void>((settle) => child.once("close", () => settle()));
  const said = () => readFileSync(logFile, "utf8");
  const until = Date.now() + MAX_START;
  while (!said().includes("Ctrl-C stops everything")) {
    const isLate = Date.now() > until;
    if (isLate) child.kill();
    if (isLate || child.exitCode !== null) throw new Error(`The app did not start:\n${said()}`);
    await sleep(200);
  }
  return { child, exited, said };
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
