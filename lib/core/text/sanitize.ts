import sanitize from "sanitize-html";

const allowed: sanitize.IOptions = {
  allowedTags: "a abbr b blockquote br code del em h3 h4 h5 hr i li ol p pre strong ul".split(" "),
  allowedAttributes: { a: ["href", "rel"], abbr: ["title"], ol: ["start"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
};

const untrusted: sanitize.IOptions = {
  ...allowed,
  nestingLimit: 30,
  transformTags: {
    h1: "h3",
    h2: "h3",
    h6: "h5",
    s: "del",
    strike: "del",
    a: toSafeLink,
  },
};

/** HTML from strangers, made safe to show: a few tags, links that give no credit, no pictures; every tag closed. */
export function sanitizeHtml(html: string): string {
  const safe = sanitize(html.toWellFormed().slice(0, 200_000), untrusted);
  // Renamed and limited tags can leave end tags without a start: reading it once more pairs them all.
  return sanitize(safe, allowed);
}

// A link that leads nowhere outside of this page is dropped, its text stays.
function toSafeLink(_: string, { href = "" }: sanitize.Attributes): sanitize.Tag {
  const target = href.trim();
  if (!/^(?:https?:\/\/|mailto:)/i.test(target)) return { tagName: "span", attribs: {} };
  return { tagName: "a", attribs: { href: target, rel: "nofollow noopener ugc" } };
}
