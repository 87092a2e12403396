import { monitorEventLoopDelay } from "node:perf_hooks";
import { gauge, type Metric } from "./exposition";

/** How often the event loop is looked at, in milliseconds; what it tells is later by that much. */
const RESOLUTION = 20;

const shared = globalThis as { carillonLoopDelay?: ReturnType<typeof monitorEventLoopDelay> };

/** Begins to watch for how long the event loop keeps others waiting. Doing it again changes nothing. */
export function watchEventLoop(): void {
  if (shared.carillonLoopDelay) return;
  shared.carillonLoopDelay = monitorEventLoopDelay({ resolution: RESOLUTION });
  shared.carillonLoopDelay.enable();
}

/** Memory, time and event loop of this process, under the names that dashboards for Node know. */
export function processMetrics(): Metric[] {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const cpu: Metric = {
    ...gauge("process_cpu_seconds_total", "Processor time used.", (user + system) / 1e6),
    type: "counter",
  };
  return [
    cpu,
    gauge(
      "process_start_time_seconds",
      "When the process started.",
      Math.round(performance.timeOrigin) / 1000,
    ),
    gauge("process_resident_memory_bytes", "Memory in use.", rss),
    gauge("nodejs_heap_size_used_bytes", "Heap in use.", heapUsed),
    gauge("nodejs_heap_size_total_bytes", "Heap in all.", heapTotal),
    gauge("nodejs_external_memory_bytes", "Memory of buffers and the like.", external),
    ...loopMetrics(),
  ];
}

/** Since these were read last, so that each reading tells of its own time. */
function loopMetrics(): Metric[] {
  const delay = shared.carillonLoopDelay;
  if (!delay || delay.count === 0) return [];
  const told = [
    gauge("nodejs_eventloop_lag_mean_seconds", "How late the event loop is on average.", late(delay.mean)),
    gauge(
      "nodejs_eventloop_lag_p99_seconds",
      "How late it is at worst but once in 100.",
      late(delay.percentile(99)),
    ),
    gauge("nodejs_eventloop_lag_max_seconds", "How late it was at worst.", late(delay.max)),
  ];
  delay.reset();
  return told;
}

/** Nanoseconds between two looks, less those that were to be. */
function late(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e9 - RESOLUTION / 1000);
}
