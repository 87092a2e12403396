import type { IncomingMessage, ServerResponse } from "node:http";

// Node runs this file without a loader, so there is no "@/" here.

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Set when the process starts (process.ts), out of the bundle in which all else is. */
const shared = globalThis as { carillonInbox?: Answer };

export function openInbox(answer: Answer): void {
  shared.carillonInbox = answer;
}

/** Hands what is sent to an inbox to whoever takes it in. False: it is something else, and Next must answer. */
export function handToInbox(request: IncomingMessage, response: ServerResponse): boolean {
  if (!shared.carillonInbox || !isForInbox(request)) return false;
  void shared.carillonInbox(request, response);
  return true;
}

/** Whether a server sends something to one inbox, or to the one of all. */
export function isForInbox({ method, url = "" }: Pick<IncomingMessage, "method" | "url">): boolean {
  return method === "POST" && /^(?:\/@[a-z0-9_]{1,30}|\/relay)?\/inbox(?:\?|$)/.test(url);
}
