import sanitize from "sanitize-html";
import { pictureAddress, pictureNamedBy } from "./text-pictures";

/** Says of a picture's name whether the text may show it. */
export type ShowsPicture = (name: string) => boolean;

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

/**
 * HTML from strangers, made safe to show: a few tags, links that give no credit; every tag closed. No pictures but those
 * of this server that `shows` lets in, without anything that was said about them but their description.
 */
export function sanitizeHtml(html: string, shows?: ShowsPicture): string {
  const safe = sanitize(
    html.toWellFormed().slice(0, 200_000),
    shows ? withPictures(untrusted, shows) : untrusted,
  );
  // Renamed and limited tags can leave end tags without a start: reading it once more pairs them all.
  return sanitize(safe, shows ? withPictures(allowed, shows) : allowed);
}

function withPictures(options: sanitize.IOptions, shows: ShowsPicture): sanitize.IOptions {
  return {
    ...options,
    allowedTags: [...(options.allowedTags || []), "img"],
    allowedAttributes: { ...options.allowedAttributes, img: ["src", "alt", "loading", "decoding"] },
    transformTags: { ...options.transformTags, img: (_, attributes) => toOwnPicture(attributes, shows) },
  };
}

function toOwnPicture({ src = "", alt = "" }: sanitize.Attributes, shows: ShowsPicture): sanitize.Tag {
  const name = pictureNamedBy(src);
  if (!name || !shows(name)) return { tagName: "span", attribs: {} };
  return {
    tagName: "img",
    attribs: { src: pictureAddress(name), alt, loading: "lazy", decoding: "async" },
  };
}

// A link that leads nowhere outside of this page is dropped, its text stays.
function toSafeLink(_: string, { href = "" }: sanitize.Attributes): sanitize.Tag {
  const target = href.trim();
  if (!/^(?:https?:\/\/|mailto:)/i.test(target)) return { tagName: "span", attribs: {} };
  return { tagName: "a", attribs: { href: target, rel: "nofollow noopener ugc" } };
}
