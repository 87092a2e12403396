import type { Context } from "@/lib/core/context";
import type { Network } from "@/lib/core/net/guarded-agent";
import type { Document } from "../activity";
import { documentIn, idIn, listOf } from "../read";
import { isSameOrigin } from "../uris";
import { askFor } from "./document";

/** Servers that write a page more than there is (Mobilizon), or pages in a circle, come to an end. */
const MOST_PAGES = 20;
/** Nor is a slow one read for longer. */
const LONGEST_MS = 60_000;

/**
 * What stands in a collection, at most so many, page by page. All pages must be of the collection's own origin. What
 * stands in it are words of the collection's owner: documents of others must still be fetched from their origins.
 */
export async function fetchCollection(
  ctx: Pick<Context, "db" | "now">,
  uri: string,
  { most, network }: { most: number; network?: Network },
): Promise<unknown[]> {
  const options = network ? { network } : {};
  const until = Date.now() + LONGEST_MS;
  const items: unknown[] = [];
  const seen = new Set<string>();
  let page: Document | null = await askWithin(uri);
  for (let count = 0; page && count < MOST_PAGES && items.length < most; count++) {
    const found = [...listOf(page.orderedItems, most), ...listOf(page.items, most)];
    items.push(...found);
    if ((count > 0 && found.length === 0) || Date.now() > until) break;
    page = await following(page.first ?? page.next);
  }
  return items.slice(0, most);

  async function following(next: unknown): Promise<Document | null> {
    const inline = documentIn(next);
    if (inline && ("orderedItems" in inline || "items" in inline)) return inline;
    const address = idIn(next);
    return address ? askWithin(address) : null;
  }

  async function askWithin(address: string): Promise<Document | null> {
    if (seen.has(address) || !isSameOrigin(address, uri)) return null;
    seen.add(address);
    const { url, document } = await askFor(ctx, address, options);
    return isSameOrigin(url.href, uri) ? document : null;
  }
}
