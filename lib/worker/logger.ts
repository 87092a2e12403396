import { Logger, type LogLevel } from "graphile-worker";
import { log } from "@/lib/core/log";

/** graphile-worker speaks through the log of the server; its chatter about every job only when debugging. */
export const workerLogger = new Logger(
  () => (level: LogLevel | "debug" | "error" | "info" | "warning", message) => {
    if (level === "error") log("jobs").error(message);
    else if (level === "warning") log("jobs").warn(message);
    else log("jobs").debug(message);
  },
);
