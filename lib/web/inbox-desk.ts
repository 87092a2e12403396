import type { IncomingMessage, ServerResponse } from "node:http";
import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { readBody } from "./bounded-request";
import { takeIn } from "./inbox";
import { always } from "./security/always";
import { lifelessPolicy } from "./security/csp";
import { transportSecurity } from "./security/transport";

/**
 * Answers what is sent to an inbox before Next looks at it: Next's routing costs more than everything else about it, and
 * large servers send a lot. The desk (scripts/serve.ts) hands it over.
 */
export async function answerAtDesk(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const ctx = { db: connection().db, actor: { kind: "system" as const }, now: new Date() };
    const headers = { get: (name: string) => headerOf(request, name) };
    const { method = "POST", url: path = "" } = request;
    const read = (bounds: Parameters<typeof readBody>[1]) => readBody({ headers, chunks: request }, bounds);
    const told = await takeIn(ctx, { method, path, headers, read });
    if (!request.complete) response.shouldKeepAlive = false;
    response.writeHead(told.status, { ...fixedHeaders(), ...told.headers }).end(told.body);
  } catch (error) {
    if (request.destroyed && !request.complete) return void response.destroy();
    log("web").error({ err: error }, "inbox");
    if (response.headersSent) return void response.destroy();
    response.writeHead(500, fixedHeaders()).end();
  }
}

function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return value === undefined ? null : String(value);
}

function fixedHeaders(): Record<string, string> {
  const hsts = transportSecurity(env().ORIGIN);
  return {
    ...always,
    "Content-Security-Policy": lifelessPolicy,
    ...(hsts && { "Strict-Transport-Security": hsts }),
  };
}
