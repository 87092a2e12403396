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
  if (request.method !== "POST" || !shared.carillonInbox || !isInbox(request.url ?? "")) return false;
  void shared.carillonInbox(request, response);
  return true;
}

function isInbox(url: string): boolean {
  return /^(?:\/@[a-z0-9_]{1,30}|\/relay)?\/inbox(?:\?|$)/.test(url);
}
