import { run } from "./start/run";
import { say } from "./start/say";
import { aborted } from "./start/stop";
import { withDatabase } from "./with-database";

/** `npm run worker`: only the worker, beside or without a web process. */
await run(async (context) => {
  await withDatabase(context);
  const [{ startWorker }, { connection }] = await Promise.all([
    import("@/lib/worker/start"),
    import("@/lib/core/database"),
  ]);
  context.atEnd(() => connection().close());
  const worker = await startWorker();
  context.atEnd(worker.stop);
  say("The worker runs. Ctrl-C stops it.");
  await aborted(context.signal);
});
