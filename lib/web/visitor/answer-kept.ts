import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { always } from "../security/always.ts";
import { innerPathOf } from "./inner-path.ts";
import { findKept, type KeptPage } from "./kept-pages.ts";

type Ready = { plain: Buffer; gzip: Buffer; headers: OutgoingHttpHeaders; etag: string };

/** What goes out for a kept page, made at its first use; goes when the page goes. */
const readyPages = new WeakMap<KeptPage, Ready>();

/**
 * Answers a visitor from the kept pages before Next looks at the request at all, if there is a page for it: Next's
 * routing costs more than everything else about a page that is only to be sent. False: Next must answer.
 */
export function answerKept(request: IncomingMessage, response: ServerResponse): boolean {
  const inner = innerPathOf(request);
  const page = inner === null ? null : findKept(inner);
  if (page?.value.kind !== "APP_PAGE") return false;

  const ready = readyPages.get(page) ?? makeReady(page, page.value);
  if (request.headers["if-none-match"] === ready.etag) {
    response.writeHead(304, ready.headers).end();
    return true;
  }
  const isGzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const body = isGzip ? ready.gzip : ready.plain;
  response.writeHead(200, {
    ...ready.headers,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": body.length,
    ...(isGzip ? { "Content-Encoding": "gzip" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
  return true;
}

type Page = Extract<KeptPage["value"], { kind: "APP_PAGE" }>;

function makeReady(page: KeptPage, { html, headers }: Page): Ready {
  const plain = Buffer.from(html);
  const etag = `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
  const ready = {
    plain,
    gzip: gzipSync(plain),
    etag,
    headers: {
      ...always,
      ...headers,
      vary: "rsc, cookie, accept-language, accept, accept-encoding",
      "Cache-Control": "private, no-cache",
      ETag: etag,
    },
  };
  readyPages.set(page, ready);
  return ready;
}
