import { EventEmitter } from "node:events";
import { type Runner, run, type WorkerEvents } from "graphile-worker";
import { connection, databaseUrl } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { closeTransport } from "@/lib/mail/transport";
import { crontab } from "./cron";
import { lanesOf } from "./lanes";
import { liveness } from "./liveness";
import { workerLogger } from "./logger";
import { beat } from "./pulse";
import { taskList } from "./tasks";

/** A killed worker's jobs are taken over within two rounds. */
const RESCUE_EVERY_MS = 5_000;

/** Starts to work through jobs in this process; `stop` finishes those in hand. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const { db, sql } = connection();
  const life = liveness(sql);
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => void life.hold(worker.workerId).catch(complain));
  for (const sign of ["worker:getJob:empty", "job:start"] as const) events.on(sign, () => beat());

  const { here, elsewhere } = lanesOf(taskList(() => ({ db, actor: { kind: "system" }, now: new Date() })));
  const shared = {
    connectionString: databaseUrl(),
    noHandleSignals: true,
    pollInterval: 2000,
    events,
    logger: workerLogger,
  };
  const { WORKER_CONCURRENCY, FEDERATION_CONCURRENCY } = env();
  const runners = [
    await run({ ...shared, ...atOnce(WORKER_CONCURRENCY), taskList: here, crontab: crontab() }),
    await run({ ...shared, ...atOnce(FEDERATION_CONCURRENCY), taskList: elsewhere }),
  ];
  beat();
  const rescue = setInterval(() => void life.rescue().catch(complain), RESCUE_EVERY_MS);

  return {
    async stop() {
      clearInterval(rescue);
      await Promise.all(runners.map((runner: Runner) => runner.stop()));
      closeTransport();
      await life.release();
    },
  };
}

/** With a connection for each to fetch jobs, and one that listens for new ones. */
function atOnce(concurrency: number) {
  return { concurrency, maxPoolSize: concurrency + 1 };
}

function complain(error: unknown): void {
  log("worker").error({ err: error }, "rescue");
}
