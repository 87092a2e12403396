import * as z from "zod";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { internet, type Network } from "@/lib/core/net/guarded-agent";
import { type Fetched, type FetchRefusal, safeFetch } from "@/lib/core/net/safe-fetch";
import { refuseSuspended } from "@/lib/instance/domain-policy";
import { parseDocument } from "./parse";

const handleShape = /^@?([^@\s/?#]{1,100})@([^@\s/?#]{1,300})$/;

const linkSchema = z.looseObject({
  rel: z.literal("self"),
  type: z.string().regex(/^application\/(?:activity|ld)\+json/),
  href: z.url({ protocol: /^https?$/ }).max(2000),
});

/**
 * The id of the actor that goes by `name@host` (RFC 7033); null if there is none, or its server does not answer. What
 * stands there must still say that it goes by this name. Refuses with `server_suspended`.
 */
export async function findUriByHandle(
  ctx: Pick<Context, "db">,
  handle: string,
  network: Network = internet,
): Promise<string | null> {
  for (const link of (await findLinksOf(ctx, handle, network)) ?? []) {
    const found = linkSchema.safeParse(link);
    if (found.success) return found.data.href;
  }
  return null;
}

/** All links that the server of `name@host` names for them; null if there is no such name, or no answer. */
export async function findLinksOf(
  ctx: Pick<Context, "db">,
  handle: string,
  network: Network = internet,
): Promise<unknown[] | null> {
  const [, name = "", host = ""] = handleShape.exec(handle.trim()) ?? [];
  const url = URL.parse(`https://${host}/.well-known/webfinger`);
  if (!name || !url) return null;
  url.searchParams.set("resource", `acct:${name}@${url.host}`);
  const answer = await ask(ctx, url, network);
  if ("refusal" in answer || answer.status > 299) return null;
  const document = parseDocument(answer.body);
  if (!document) return null;
  return Array.isArray(document.links) ? document.links : [];
}

/** Servers of a test network may have no certificates. */
async function ask(
  { db }: Pick<Context, "db">,
  url: URL,
  network: Network,
): Promise<Fetched | { refusal: FetchRefusal }> {
  const wish = {
    types: ["application/jrd+json", "application/json"],
    maxBytes: 100_000,
    network,
    headersFor: ({ host }: URL) => refuseSuspended(db, host).then(() => ({})),
  };
  const answer = await safeFetch(url, wish);
  const isTest = env().ALLOW_PRIVATE_NETWORK === "on";
  if (!isTest || !("refusal" in answer)) return answer;
  return safeFetch(url.href.replace(/^https:/, "http:"), wish);
}
