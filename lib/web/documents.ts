import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { notFound } from "@/lib/core/errors";
import { commentPath, eventPath, paths } from "@/lib/core/paths";
import { isUuid } from "@/lib/core/text/uuid";
import type { Document } from "@/lib/federation/activity";
import { CONTEXT } from "@/lib/federation/context";
import { findServed } from "@/lib/federation/serve/find-served";
import type { Served } from "@/lib/federation/serve/served";
import { isUnchanged, strongEtag } from "@/lib/feeds/conditional";
import { INSTANCE } from "@/lib/journal/tags";
import { type Access, accessTo, withoutWords } from "./document-access";
import { lifelessPolicy } from "./security/csp";
import { transportSecurity } from "./security/transport";
import { documentKey } from "./visitor/answer-kept";
import { isForPeople } from "./visitor/document-path";
import { forgetLifetime } from "./visitor/forget-lifetime";
import { beginReading, endReading, findKept, keepPage, keptPages, type Reading } from "./visitor/kept-pages";

const contentType = "application/activity+json; charset=utf-8";

type Ready = { body: Buffer; headers: Record<string, string> };

/**
 * What another server asks for at a path of ours. What everybody may read is kept
 * until it changes, and then sent by the desk before this is asked (visitor/answer-kept.ts).
 */
export async function answerDocument(ctx: Context, request: Request, path: string): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const elsewhere = pageFor(request, path) ?? commentAt(path, searchParams.get("comments"));
  if (elsewhere) return lead(elsewhere);
  const page = pageAsked(searchParams.get("page"));
  const access = await accessTo(ctx, request, path);
  const key = documentKey(page === null ? path : `${path}?page=${page}`);
  const kept = access === "everybody" ? findKept(key)?.value : null;
  if (kept?.kind === "APP_ROUTE")
    return send(request, { body: kept.body, headers: kept.headers as Record<string, string> });
  return readAndKeep(ctx, request, { key, path, page, access });
}

type Asked = { key: string; path: string; page: number | null; access: Access };

async function readAndKeep(
  ctx: Context,
  request: Request,
  { key, path, page, access }: Asked,
): Promise<Response> {
  const reading = beginReading();
  try {
    const found = await findServed(ctx, path, page);
    if (found?.kind === "elsewhere") return lead(found.uri);
    if (!found) return missing();
    const ready = makeReady(access === "stranger" ? withoutWords(found.document) : found.document);
    if (found.kind === "gone") return new Response(bytesOf(ready), { status: 410, headers: ready.headers });
    if (access === "everybody") keep(key, ready, { found, reading });
    return send(request, ready);
  } finally {
    endReading(reading);
  }
}

/** Where people are led who follow the address of something that is for servers alone; null: it is for servers. */
function pageFor(request: Request, path: string): string | null {
  if (!isForPeople(request.headers.get("accept"))) return null;
  if (path === "/relay") return paths.about;
  const slug = /^\/events\/([a-z2-9]+)\/note\b/.exec(path)?.[1];
  return slug ? eventPath(slug) : null;
}

/** People share the address of a comment as the page shows it, and servers look there. */
function commentAt(path: string, comment: string | null): string | null {
  const slug = /^\/events\/([a-z2-9]+)$/.exec(path)?.[1];
  return slug && comment && isUuid(comment) ? commentPath(slug, comment) : null;
}

/** Refuses with `document_not_found`: nobody fills the memory with spellings. */
function pageAsked(page: string | null): number | null {
  if (page === null) return null;
  if (!/^[1-9]\d{0,2}$/.test(page)) throw notFound("document_not_found");
  return Number(page);
}

function makeReady(document: Document): Ready {
  const text = JSON.stringify({ "@context": CONTEXT, ...document });
  return { body: Buffer.from(text), headers: headersOf(`W/${strongEtag(text)}`) };
}

/** Whoever keeps it asks whether it still holds: what is gone must be gone at once. */
function headersOf(etag: string): Record<string, string> {
  const hsts = transportSecurity(env().ORIGIN);
  return {
    "content-type": contentType,
    "cache-control": "private, no-cache",
    "content-security-policy": lifelessPolicy,
    vary: "accept",
    etag,
    ...(hsts && { "strict-transport-security": hsts }),
  };
}

function keep(
  key: string,
  { body, headers }: Ready,
  { found, reading }: { found: Extract<Served, { kind: "document" }>; reading: Reading },
): void {
  if (!keptPages().listening) return;
  const value = { kind: "APP_ROUTE", body, headers, status: 200 } as never;
  const until = found.until?.getTime() ?? Number.POSITIVE_INFINITY;
  // Twice, since what the desk makes of it is kept with it.
  const page = {
    nextKey: key,
    value,
    tags: [INSTANCE, ...found.tags],
    bytes: 1_000 + 2 * body.length,
    until,
  };
  keepPage(key, page, reading).forEach(forgetLifetime);
}

function send(request: Request, ready: Ready): Response {
  const { headers } = ready;
  const current = { etag: ready.headers.etag?.replace(/^W\//, "") ?? "", lastModified: new Date(0) };
  const hasOne = request.headers.has("if-none-match") && isUnchanged(request.headers, current);
  return hasOne ? new Response(null, { status: 304, headers }) : new Response(bytesOf(ready), { headers });
}

function bytesOf({ body }: Ready): Uint8Array<ArrayBuffer> {
  return new Uint8Array(body);
}

/** Whoever keeps it must not show it to people, who find a page here that says it in words. */
function missing(): Response {
  const headers = { vary: "accept", "cache-control": "no-cache" };
  return Response.json({ reason: "document_not_found" }, { status: 404, headers });
}

/** Not `Response.redirect`: it wants whole addresses. */
function lead(location: string): Response {
  return new Response(null, {
    status: 307,
    headers: { location, vary: "accept", "cache-control": "no-cache" },
  });
}
