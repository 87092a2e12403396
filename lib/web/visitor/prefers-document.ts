type Range = { type: string; quality: number };

const documents = ["application/activity+json", "application/ld+json", "application/json"];

/**
 * Whether somebody asks for what servers read rather than for a page (RFC 9110, 12.5.1): by quality, then by who is named
 * at all, then by who is named first. `text/html, application/activity+json;q=0.5` is a browser.
 */
export function prefersDocument(accept: string | undefined): boolean {
  if (!accept || !/json/i.test(accept)) return false;
  const ranges = rangesIn(accept);
  const best = ranges
    .filter(({ type }) => documents.includes(type))
    .reduce((one, other) => (other.quality > one.quality ? other : one), { type: "", quality: 0 });
  if (best.quality === 0) return false;
  const page = ["text/html", "application/xhtml+xml", "text/*", "*/*"]
    .map((type) => ranges.find((range) => range.type === type))
    .find((range) => range !== undefined);
  if (!page || best.quality !== page.quality) return best.quality > (page?.quality ?? 0);
  return page.type.includes("*") || ranges.indexOf(best) < ranges.indexOf(page);
}

/** Commas within quotes, as in a profile, part nothing. */
function rangesIn(accept: string): Range[] {
  const parts = accept.slice(0, 1000).match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? [];
  return parts.slice(0, 30).map((part) => {
    const [type = "", ...parameters] = part.split(";").map((word) => word.trim().toLowerCase());
    const written = parameters.find((word) => /^q\s*=/.test(word))?.split("=")[1];
    const quality = written === undefined ? 1 : Number(written);
    return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
  });
}
