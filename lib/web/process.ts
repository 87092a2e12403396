import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { followSources } from "./follow-sources";
import { answerAtDesk } from "./inbox-desk";
import { openInbox } from "./inbox-path";
import { nameRequestsInLog } from "./log-errors";
import { watchEventLoop } from "./metrics/process";
import { startPageListener } from "./visitor/listen";
import { watchResponses } from "./visitor/missing";

/**
 * Starts what a serving process needs beside its pages: hearing which kept pages are out of date, and the worker
 * unless WORKER=off. scripts/serve.ts calls `carillonStop` before it ends: a worker finishes what it has in hand. When the launcher dies, so does this process: nobody is left to hold the port.
 */
export async function startProcess(): Promise<void> {
  process.once("disconnect", () => process.exit(1));
  watchResponses();
  nameRequestsInLog();
  if (env().METRICS_TOKEN) watchEventLoop();
  openInbox(answerAtDesk);
  await followSources();
  const listener = await startPageListener(connection().sql, followSources);
  const worker = env().WORKER === "on" ? await startOwnWorker() : null;
  const shared = globalThis as { carillonStop?: () => Promise<unknown> };
  shared.carillonStop = () => Promise.all([listener.stop(), worker?.stop()]);
}

async function startOwnWorker() {
  // Loaded only where it runs: pages have no use for graphile-worker.
  const { startWorker } = await import("@/lib/worker/start");
  return startWorker();
}
