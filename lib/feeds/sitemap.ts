import { escapeXml } from "@/lib/core/text/xml";

/** An address, and when what is there last changed. */
export type SitemapAddress = { url: string; changedAt?: Date };

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** Pages, as search engines are told of them (sitemaps.org). */
export function sitemapText(pages: SitemapAddress[]): string {
  return documentOf("urlset", "url", pages);
}

/** The files that a sitemap consists of. */
export function sitemapIndexText(files: SitemapAddress[]): string {
  return documentOf("sitemapindex", "sitemap", files);
}

function documentOf(root: string, name: string, addresses: SitemapAddress[]): string {
  const lines = addresses.map(({ url, changedAt }) => {
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : "";
    return `<${name}><loc>${escapeXml(url)}</loc>${changed}</${name}>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="${namespace}">`,
    ...lines,
    `</${root}>`,
    "",
  ].join("\n");
}
