import { EventEmitter } from "node:events";
import { run, type WorkerEvents } from "graphile-worker";
import { connection, databaseUrl } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { crontab } from "./cron";
import { holdLiveness, rescueJobs } from "./liveness";
import { workerLogger } from "./logger";
import { taskList } from "./tasks";

const RESCUE_EVERY_MS = 10_000;

/** Starts to work through jobs in this process; `stop` finishes those in hand. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const { db, sql } = connection();
  const liveness = await holdLiveness(sql);
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => void liveness.add(worker.workerId).catch(log.error));

  const runner = await run({
    connectionString: databaseUrl(),
    concurrency: env().WORKER_CONCURRENCY,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: taskList(() => ({ db, actor: { kind: "system" }, now: new Date() })),
    crontab,
    events,
    logger: workerLogger,
  });
  const rescue = setInterval(() => void rescueJobs(sql).catch(log.error), RESCUE_EVERY_MS);
  void rescueJobs(sql).catch(log.error);

  return {
    async stop() {
      clearInterval(rescue);
      await runner.stop();
      liveness.release();
    },
  };
}
