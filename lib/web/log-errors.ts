import type { Instrumentation } from "next";
import { addToEveryLine, log } from "@/lib/core/log";
import { readRequestId } from "./request-id";
import { currentResponse } from "./visitor/missing";

/** Next tells of one error several times on its way out. */
const told = new WeakSet<object>();

/**
 * Logs what broke while somebody was answered, by the pattern of its route: the path itself may hold a secret or a name.
 * Nobody else does: Next is quiet (scripts/serve.ts), since it would print what a query was sent with.
 */
export const logError: Instrumentation.onRequestError = (
  error,
  { method, headers },
  { routePath, routeType },
) => {
  if (typeof error === "object" && error !== null) {
    if (told.has(error)) return;
    told.add(error);
  }
  const requestId = readRequestId(headers);
  const about = { method, route: routePath, kind: routeType, ...(requestId && { requestId }) };
  log("web").error({ ...about, err: error }, "request failed");
};

/** From now on each line says for which request it is written, if for any. */
export function nameRequestsInLog(): void {
  addToEveryLine((): Record<string, string> => {
    const response = currentResponse();
    const requestId = response && readRequestId(response.req.headers);
    return requestId ? { requestId } : {};
  });
}
