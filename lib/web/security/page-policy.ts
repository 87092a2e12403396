import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { documentPathOf } from "../visitor/document-path.ts";
import { isKeptPath } from "../visitor/inner-path.ts";
import { renderedPagePolicy } from "./csp.ts";
import { mayHoldMap } from "./map-tiles.ts";
import { transportSecurity } from "./transport.ts";

/** Answered by handlers and files, which have a policy of their own or need none. */
const noPage =
  /^\/(?:_next|media|look|api|vendor|\.well-known|nodeinfo)\/|^\/(?:inbox|healthz|readyz|metrics|enhance\.js|map\.js|favicon\.svg|manifest\.webmanifest)$|\.ics$|\/letter\.html$|\/preview\.png$/;

type Request = Pick<IncomingMessage, "method" | "url" | "headers">;

/**
 * Gives a page that is rendered for whoever asks a policy of its own, before Next sees the request: Next reads the nonce
 * from the request's header and puts it on its scripts. Kept pages carry a policy of their own (standalone.ts). Nobody
 * outside can choose the nonce. The same in Next's own proxy cost half a millisecond more a page.
 */
export function setPagePolicy(
  request: Request,
  response: Pick<ServerResponse, "setHeader">,
  { origin, tiles = null }: { origin: string; tiles?: string | null },
): void {
  delete request.headers["content-security-policy"];
  delete request.headers["content-security-policy-report-only"];
  const path = request.url?.split("?")[0] ?? "";
  if (noPage.test(path) || isKeptPath(request) || documentPathOf(request) !== null) return;
  const frames = path.startsWith("/demo/mail/");
  const policy = renderedPagePolicy(randomUUID(), { tiles: mayHoldMap(path) ? tiles : null, frames });
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
  const hsts = transportSecurity(origin);
  if (hsts) response.setHeader("strict-transport-security", hsts);
}
