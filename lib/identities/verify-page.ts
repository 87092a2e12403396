import { Parser } from "htmlparser2";
import { safeFetch } from "@/lib/core/net/safe-fetch";

type Seen = "linked" | "not_linked" | "unreachable";

const wish = {
  types: ["text/html", "application/xhtml+xml"],
  maxBytes: 1024 * 1024,
  longBody: "cut",
  deadlines: { total: 10_000 },
} as const;

/**
 * Asks the page whether it links back to the identity with `rel="me"` (microformats.org/wiki/rel-me), in its first
 * mebibyte. One that leads on to another host says nothing about the host that people read.
 */
export async function seeLinkBack(page: string, identity: string): Promise<Seen> {
  const fetched = await safeFetch(page, { ...wish, types: [...wish.types] });
  if ("refusal" in fetched) return fetched.refusal === "unreachable" ? "unreachable" : "not_linked";
  if (fetched.status >= 500 || fetched.status === 429) return "unreachable";
  if (hostOf(fetched.url) !== hostOf(new URL(page))) return "not_linked";
  return hasLinkBack(new TextDecoder().decode(fetched.body), identity) ? "linked" : "not_linked";
}

/** Whether an `<a>` or `<link>` of these words leads back; exported for its test. */
export function hasLinkBack(html: string, identity: string): boolean {
  let isFound = false;
  const parser = new Parser({
    onopentag(name, { rel = "", href = "" }) {
      if (name !== "a" && name !== "link") return;
      isFound ||= rel.toLowerCase().split(/\s+/).includes("me") && isSame(href, identity);
    },
  });
  parser.end(html);
  return isFound;
}

/** A last slash is forgiven, and https where this server is known by http. */
function isSame(href: string, identity: string): boolean {
  const [given, own] = [URL.parse(href.trim()), new URL(identity)];
  if (!given || given.search || given.hash || given.username || given.password) return false;
  const isProtocol = given.protocol === own.protocol || given.protocol === "https:";
  return isProtocol && given.host === own.host && given.pathname.replace(/\/$/, "") === own.pathname;
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^www\./, "");
}
