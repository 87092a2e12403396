import type { Instrumentation } from "next";

/** Runs once when the server starts: what lives as long as the process. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startProcess } = await import("@/lib/web/process");
  await startProcess();
}

/** Runs when a page, handler or action broke. */
export const onRequestError: Instrumentation.onRequestError = async (...what) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logError } = await import("@/lib/web/log-errors");
  await logError(...what);
};
