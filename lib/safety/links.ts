const anchor = /<a\b[^<>]*\shref="(https?:\/\/[^"<>]*)"[^<>]*>([^<]*)/gi;

/**
 * Addresses that safe HTML leads to, each once. Names and topics ("@ada", "#music") are links too, and count for
 * nothing; nor does what leads to this server.
 */
export function linksIn(html: string, origin: string): string[] {
  const found = new Set<string>();
  for (const [, href = "", words = ""] of html.matchAll(anchor)) {
    const isName = /^\s*[@#]/.test(words);
    if (!isName && href !== origin && !href.startsWith(`${origin}/`)) found.add(href);
  }
  return [...found];
}
