import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { readRequestId } from "../request-id.ts";
import { always } from "../security/always.ts";
import { documentPathOf } from "./document-path.ts";
import { innerPathOf } from "./inner-path.ts";
import { findKept, type KeptPage } from "./kept-pages.ts";

type Ready = { plain: Buffer; gzip: Buffer; headers: OutgoingHttpHeaders; etag: string; type: string };

/** What goes out for a kept page, made at its first use; goes when the page goes. */
const readyPages = new WeakMap<KeptPage, Ready>();

/**
 * Answers a visitor from the kept pages, or a server from the kept documents, before Next looks at the request at all, if
 * there is one for it: Next's routing costs more than everything else about what is only to be sent. False: Next must
 * answer.
 */
export function answerKept(request: IncomingMessage, response: ServerResponse): boolean {
  const page = findKeptFor(request);
  const ready = page && (readyPages.get(page) ?? makeReady(page));
  if (!ready) return false;
  if (isKnown(request.headers["if-none-match"], ready.etag)) {
    response.writeHead(304, { ...ready.headers, ...named(request) }).end();
    return true;
  }
  const isGzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const body = isGzip ? ready.gzip : ready.plain;
  response.writeHead(200, {
    ...ready.headers,
    ...named(request),
    "Content-Type": ready.type,
    "Content-Length": body.length,
    ...(isGzip ? { "Content-Encoding": "gzip" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
  return true;
}

/** Said here and not before: a header that is set early makes Node take all of them the slow way. */
function named({ headers }: IncomingMessage): OutgoingHttpHeaders {
  const id = readRequestId(headers);
  return id === null ? {} : { "X-Request-Id": id };
}

function findKeptFor(request: IncomingMessage): KeptPage | null {
  const document = documentPathOf(request);
  // Whoever signs says who they are, and it is looked up whether they may ask.
  if (document !== null && hasSignature(request)) return null;
  const inner = document === null ? innerPathOf(request) : documentKey(document);
  return inner === null ? null : findKept(inner);
}

function hasSignature({ headers }: IncomingMessage): boolean {
  return headers.signature !== undefined || headers["signature-input"] !== undefined;
}

/** Under which key a document of this path, with its query, is kept. */
export function documentKey(path: string): string {
  return `/ap${path}`;
}

function isKnown(told: string | undefined, etag: string): boolean {
  const tags = told?.split(/, */) ?? [];
  return tags.some((tag) => `W/${tag.replace(/^W\//, "")}` === etag);
}

function makeReady(page: KeptPage): Ready | null {
  const ready = readyOf(page.value);
  if (ready) readyPages.set(page, ready);
  return ready;
}

function readyOf(value: KeptPage["value"]): Ready | null {
  if (value.kind === "APP_ROUTE") return readyDocument(value);
  if (value.kind !== "APP_PAGE") return null;
  const plain = Buffer.from(value.html);
  const etag = `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
  const headers = {
    ...always,
    ...value.headers,
    vary: "rsc, cookie, accept-language, accept, accept-encoding",
    "Cache-Control": "private, no-cache",
    ETag: etag,
  };
  return { plain, gzip: gzipSync(plain), etag, headers, type: "text/html; charset=utf-8" };
}

/** Its headers came with it (lib/web/documents.ts). */
function readyDocument({ body, headers }: Extract<KeptPage["value"], { kind: "APP_ROUTE" }>): Ready {
  const { "content-type": type, etag, ...others } = headers as Record<string, string>;
  return {
    plain: body,
    gzip: gzipSync(body),
    etag: etag ?? "",
    headers: { ...always, ...others, vary: "accept, accept-encoding", ETag: etag },
    type: type ?? "",
  };
}
