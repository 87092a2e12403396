import type { TaskList } from "graphile-worker";
import { type Context, inTransaction } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Tasks } from "@/lib/jobs/tasks";
import { findFact } from "@/lib/journal/find-fact";
import { sendQueuedMail } from "@/lib/mail/send";
import { processPicture } from "@/lib/media/process";
import { removeFilesOf } from "@/lib/media/storage";
import { cronTasks } from "./cron";
import { readersOf, tellReader } from "./readers";

type Runs = { [T in keyof Tasks]: (ctx: Context, payload: Tasks[T]) => Promise<void> };

/** What each job does. All of them may run again after a crash. */
const runs: Runs = {
  hear: (ctx, { factId }) => inTransaction(ctx, (tx) => hear(tx, factId)),
  tell: (ctx, { reader, factId }) => inTransaction(ctx, (tx) => tell(tx, reader, factId)),
  "send-mail": (ctx, { mailId }) => sendQueuedMail(ctx, mailId),
  "process-picture": (ctx, { mediaId }) => processPicture(ctx, mediaId),
  "remove-picture": (_ctx, { name }) => removeFilesOf(name),
};

/** The task list of graphile-worker; `context` is made anew for every job, acting as the server itself. */
export function taskList(context: () => Context): TaskList {
  const jobs = Object.entries(runs).map(([task, run]) => [
    task,
    (payload: unknown) => (run as (ctx: Context, payload: unknown) => Promise<void>)(context(), payload),
  ]);
  const cron = Object.entries(cronTasks).map(([task, run]) => [task, () => run(context())]);
  return Object.fromEntries([...jobs, ...cron]);
}

/** One job a reader, so that each is retried alone. The key keeps a second run from doubling those that wait. */
async function hear(tx: Context, factId: number): Promise<void> {
  const fact = await findFact(tx, factId);
  for (const reader of fact ? readersOf(fact.kind) : []) {
    await enqueue(tx, { task: "tell", payload: { reader, factId }, key: `tell:${reader}:${factId}` });
  }
}

async function tell(tx: Context, reader: string, factId: number): Promise<void> {
  const fact = await findFact(tx, factId);
  if (fact) await tellReader(tx, reader, fact);
}
