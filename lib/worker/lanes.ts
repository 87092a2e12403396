import type { TaskList } from "graphile-worker";
import type { Tasks } from "@/lib/jobs/tasks";

/** Jobs that wait for other servers, which may take seconds to answer or not to. */
const waiting: ReadonlySet<string> = new Set<keyof Tasks>([
  "deliver",
  "ask-server",
  "handle-activity",
  "take-forwarded",
  "take-farewell",
  "refresh-actor",
  "refresh-event",
  "backfill",
  "fetch-picture",
]);

/** Two lanes, so that a slow server keeps no mail waiting: jobs that ask other servers have workers of their own. */
export function lanesOf(tasks: TaskList): { here: TaskList; elsewhere: TaskList } {
  const entries = Object.entries(tasks);
  return {
    here: Object.fromEntries(entries.filter(([name]) => !waiting.has(name))),
    elsewhere: Object.fromEntries(entries.filter(([name]) => waiting.has(name))),
  };
}
