import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { missingTag } from "./kept-pages";
import { tagPage } from "./tag-page";

const shared = globalThis as {
  carillonResponses?: AsyncLocalStorage<ServerResponse>;
  carillonPaths?: WeakMap<ServerResponse, string>;
};

/** Lets pages answer with a status of their own. Called once, when the process starts. */
export function watchResponses(): void {
  if (shared.carillonResponses) return;
  const responses = new AsyncLocalStorage<ServerResponse>();
  shared.carillonResponses = responses;
  const asked = new WeakMap<ServerResponse, string>();
  shared.carillonPaths = asked;
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.method === "GET") asked.set(response, request.url ?? "");
    responses.enterWith(response);
  });
}

/**
 * Makes the page that is being rendered answer with 404, and not be kept. Next's own `notFound()` sends an empty body
 * that only scripts fill (vercel/next.js#62228); a page that calls this renders what it has to say like any other.
 */
export async function answerMissing(): Promise<void> {
  await tagPage([missingTag]);
  const response = currentResponse();
  if (response && !response.headersSent) response.statusCode = 404;
}

/** The answer to the request in hand, from whatever runs on its behalf; undefined: nobody asked. */
export function currentResponse(): ServerResponse | undefined {
  return shared.carillonResponses?.getStore();
}

/** The path of the page that was asked for, with its query, before it was rewritten; undefined: nobody asked, or sent something. */
export function currentPath(): string | undefined {
  const response = currentResponse();
  return response && shared.carillonPaths?.get(response);
}
