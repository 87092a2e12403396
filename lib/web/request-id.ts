import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
// Node runs this file without a loader, so there is no "@/" here.
import { isNearby } from "./security/client-address.ts";

const sane = /^[\w-]{8,64}$/;

/**
 * Gives a request the id that its answer and its lines in the log carry: that of a proxy nearby, if it has the form of
 * one, else a random one. Strangers cannot choose theirs.
 */
export function nameRequest({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): string {
  const told = readRequestId(headers);
  const id = told !== null && isNearby(socket.remoteAddress) ? told : randomUUID();
  headers["x-request-id"] = id;
  return id;
}

/** The id that a request carries; null: none that looks like one. */
export function readRequestId(headers: NodeJS.Dict<string | string[]>): string | null {
  const told = headers["x-request-id"];
  return typeof told === "string" && sane.test(told) ? told : null;
}
