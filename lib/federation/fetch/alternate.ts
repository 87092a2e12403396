import type { Context } from "@/lib/core/context";
import type { Network } from "@/lib/core/net/guarded-agent";
import { safeFetch } from "@/lib/core/net/safe-fetch";
import { refuseSuspended } from "@/lib/instance/domain-policy";

/** Links stand in the head: of a longer page the beginning is read. */
const MOST_BYTES = 300_000;

/**
 * The document that a page for people names as its other form (`<link rel="alternate" type="application/activity+json">`);
 * null if it names none. Refuses with `server_suspended`.
 */
export async function findAlternate(
  { db }: Pick<Context, "db">,
  address: string,
  network?: Network,
): Promise<string | null> {
  const page = await safeFetch(address, {
    types: ["text/html", "application/xhtml+xml"],
    maxBytes: MOST_BYTES,
    longBody: "cut",
    headersFor: ({ host }) => refuseSuspended(db, host).then(() => ({})),
    ...(network && { network }),
  });
  if ("refusal" in page || page.status > 299) return null;
  return alternateIn(new TextDecoder().decode(page.body), page.url.href);
}

/** The first such link of a page; relative ones are seen from `base`. */
export function alternateIn(html: string, base: string): string | null {
  for (const [tag] of html.matchAll(/<link\s[^<>]{1,2000}>/gi)) {
    const isAlternate = attribute(tag, "rel")?.split(/\s+/).includes("alternate");
    const isActivity = /^application\/(?:activity|ld)\+json/.test(attribute(tag, "type") ?? "");
    const href = attribute(tag, "href");
    if (isAlternate && isActivity && href) return URL.parse(href, base)?.href ?? null;
  }
  return null;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value?.replaceAll("&amp;", "&").trim();
}
