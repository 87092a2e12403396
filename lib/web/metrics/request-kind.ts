import type { IncomingMessage } from "node:http";
// Node runs this file without a loader, so there is no "@/" here.
import { isForInbox } from "../inbox-path.ts";
import { documentPathOf } from "../visitor/document-path.ts";

/** "kept": a page that was only to be sent; "document": what servers read; "other": files, feeds, handlers. */
export type RequestKind = "kept" | "page" | "document" | "inbox" | "other";

const noPage =
  /^\/(?:_next|media|api|vendor|fonts|feeds|sitemaps|\.well-known|nodeinfo)\/|^\/(?:healthz|readyz|metrics|preferences|autosave)$|\.[a-z]{2,5}$/;

/** What a request is for, as far as its first line and headers tell: whether the page is kept is not known yet. */
export function kindOf(request: Pick<IncomingMessage, "method" | "url" | "headers">): RequestKind {
  if (isForInbox(request)) return "inbox";
  if (documentPathOf(request) !== null) return "document";
  return noPage.test(request.url?.split("?", 1)[0] ?? "") ? "other" : "page";
}
