import type { IncomingMessage } from "node:http";
import { prefersDocument } from "./prefers-document.ts";

/** Where people get a page and servers a document, by what they ask for. */
const negotiated =
  /^\/(?:@[a-z0-9_]{1,30}|@[a-z0-9_.-]{1,64}@[a-z0-9.:-]{1,253}|events\/[a-z2-9]{14}(?:\/comments\/[0-9a-f-]{36})?)$/;

/** Where there is nothing but a document. */
const forServers =
  /^\/(?:(?:relay|@[a-z0-9_]{1,30})\/(?:outbox|followers|following|upcomingEvents)|relay|events\/[a-z2-9]{14}\/(?:attendees|organizers|replies|note(?:\/[a-zA-Z0-9_-]{1,64})?))$/;

/** From there, people are led to a page. */
const leadsPeople = /^\/relay$|\/note(?:\/|$)/;

/**
 * The path of the document that a request is for, with its query; null where it is for a page. Runs before Next, and only
 * ever narrower than the rewrites (rewrites.ts): a test compares the two.
 */
export function documentPathOf({
  method,
  url = "",
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): string | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const pathname = url.split("?", 1)[0] ?? "";
  if (forServers.test(pathname))
    return isForPeople(headers.accept) && leadsPeople.test(pathname) ? null : url;
  return negotiated.test(pathname) && prefersDocument(headers.accept) ? url : null;
}

/** Whether this is a browser, or whoever wants a page like one. */
export function isForPeople(accept: string | null | undefined): boolean {
  return /text\/html/i.test(accept ?? "") && !prefersDocument(accept ?? "");
}

/**
 * Leaves of what was asked for one word, which the rewrites read: patterns know nothing of q-values. Whoever names no kind
 * of document keeps all words.
 */
export function settleAccept({ headers }: Pick<IncomingMessage, "headers">): void {
  const { accept } = headers;
  if (accept === undefined || !/json/i.test(accept)) return;
  // Some sign it (Hollo), and their signature is checked after this.
  if (headers.signature) headers["x-signed-accept"] = accept;
  headers.accept = prefersDocument(accept) ? "application/activity+json" : "text/html";
}
