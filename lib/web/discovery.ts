import { connection } from "@/lib/core/database";
import { AppError, notFound } from "@/lib/core/errors";
import { escapeXml } from "@/lib/core/text/xml";
import {
  type NodeInfoVersion,
  nodeInfoLinks,
  nodeInfoSchema,
  readNodeInfo,
} from "@/lib/federation/serve/nodeinfo";
import { findFinger, hostMeta } from "@/lib/federation/serve/webfinger";
import { INSTANCE } from "@/lib/journal/tags";
import { answerText } from "./answer-text";
import { keptText } from "./kept-texts";

const HOUR = 3_600_000;

/** Pages of other sites may read it too: clients in browsers look people up (RFC 7033, 5). */
const openly = { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=60" };

/** Answers WebFinger. Refuses with `resource_missing` and `nobody_found`. */
export async function answerFinger(request: Request): Promise<Response> {
  const resource = new URL(request.url).searchParams.get("resource");
  if (!resource || resource.length > 2000) throw new AppError("invalid", "resource_missing");
  const ctx = { db: connection().db, actor: { kind: "anonymous" as const }, now: new Date() };
  const finger = await findFinger(ctx, resource);
  if (!finger) throw notFound("nobody_found");
  return json(finger, "application/jrd+json; charset=utf-8");
}

/** host-meta as XML, or as JSON to those who name that alone. */
export function answerHostMeta(request: Request): Response {
  if (/json/i.test(request.headers.get("accept") ?? "")) return answerHostMetaJson();
  const { rel, type, template } = hostMeta();
  const link = `<Link rel="${rel}" type="${type}" template="${escapeXml(template)}"/>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">${link}</XRD>
`;
  const headers = { ...openly, "Content-Type": "application/xrd+xml; charset=utf-8", Vary: "accept" };
  return new Response(xml, { headers });
}

export function answerHostMetaJson(): Response {
  return json({ links: [hostMeta()] }, "application/jrd+json; charset=utf-8");
}

export function answerNodeInfoLinks(): Response {
  return json(nodeInfoLinks(), "application/json; charset=utf-8");
}

/** Counted once an hour, since crawlers ask all the time. */
export async function answerNodeInfo(request: Request, version: NodeInfoVersion): Promise<Response> {
  const text = await keptText(`nodeinfo ${version}`, {
    tags: [INSTANCE],
    until: new Date(Date.now() + HOUR),
    read: async () => JSON.stringify(await readNodeInfo(connection().db, version)),
  });
  const answer = answerText(request, text, `application/json; profile="${nodeInfoSchema(version)}#"`);
  answer.headers.set("access-control-allow-origin", "*");
  return answer;
}

function json(document: object, type: string): Response {
  return new Response(JSON.stringify(document), { headers: { ...openly, "Content-Type": type } });
}
