import { domainToUnicode } from "node:url";

const anchor = /<a\b[^<>]*\shref="(https?:\/\/[^"<>]*)"[^<>]*>([^<]*)/gi;

/**
 * Addresses that safe HTML leads to, each once, without those of this server. `trustsNames`: names and topics ("@ada",
 * "#music") are links too where another server wrote them, and count for nothing; people here can call any link so.
 */
export function linksIn(html: string, origin: string, { trustsNames }: { trustsNames: boolean }): string[] {
  const found = new Set<string>();
  for (const [, href = "", words = ""] of html.matchAll(anchor)) {
    const isName = trustsNames && /^\s*[@#]/.test(words);
    if (!isName && href !== origin && !href.startsWith(`${origin}/`)) found.add(href);
  }
  return [...found];
}

/** The same addresses as browsers read them: names of servers in letters and in ASCII, signs as themselves. */
export function addressesIn(html: string): string {
  const found = [...html.matchAll(anchor)].flatMap(([, href = ""]) => {
    const url = URL.parse(href.replaceAll("&amp;", "&"));
    return url ? [url.host, domainToUnicode(url.hostname), decoded(url.pathname + url.search)] : [];
  });
  return found.join("\n");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
