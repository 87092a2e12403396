import { renderMarkdown } from "./markdown";
import { sanitizeHtml } from "./sanitize";

type Walk = {
  parts: string[];
  /** The last characters written: enough to see where the line stands, without joining the parts. */
  tail: string;
  pre: boolean;
  lists: { ordered: boolean; items: number }[];
  link: { href: string; from: number };
};

const token = /<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g;
const bullet = /(?:-|\d+\.) $/;

/**
 * HTML as text with lines, for mails, calendars and descriptions; a link is followed by its address, and of a picture
 * its description is left.
 */
export function plainText(html: string): string {
  const walk: Walk = { parts: [], tail: "", pre: false, lists: [], link: { href: "", from: 0 } };
  // Only our own tags are left after this, and no ">" inside of an attribute.
  for (const [, closing, tag, attributes, text] of sanitizeHtml(html, () => true).matchAll(token)) {
    if (tag === undefined) addText(walk, decode(text ?? ""));
    else if (closing) closeTag(walk, tag);
    else openTag(walk, tag, attributes ?? "");
  }
  const lines = walk.parts.join("").split("\n");
  const text = lines.map((line) => line.trimEnd()).join("\n");
  return text.replace(/\n{3,}/g, "\n\n").trim();
}

/** The same of Markdown, as it would be shown. */
export function plainTextOfMarkdown(source: string): string {
  return plainText(renderMarkdown(source));
}

function addText(walk: Walk, text: string): void {
  const line = text.replace(/\s+/g, " ");
  if (walk.pre) write(walk, text);
  else write(walk, walk.tail === "" || /\s$/.test(walk.tail) ? line.trimStart() : line);
}

function openTag(walk: Walk, tag: string, attributes: string): void {
  if (tag === "br") write(walk, "\n");
  else if (tag === "a")
    walk.link = { href: /href="([^"]*)"/.exec(attributes)?.[1] ?? "", from: walk.parts.length };
  else if (tag === "img") addText(walk, decode(/alt="([^"]*)"/.exec(attributes)?.[1] ?? ""));
  else if (tag === "li") openItem(walk);
  else if (isBlock(tag)) breakLines(walk, walk.lists.length > 0 ? 1 : 2);
  if (tag === "pre") walk.pre = true;
  if (tag === "ul" || tag === "ol") walk.lists.push({ ordered: tag === "ol", items: 0 });
}

function closeTag(walk: Walk, tag: string): void {
  if (tag === "pre") walk.pre = false;
  if (tag === "ul" || tag === "ol") walk.lists.pop();
  if (tag === "a") closeLink(walk);
  else if (isBlock(tag)) breakLines(walk, walk.lists.length > 0 ? 1 : 2);
}

function openItem(walk: Walk): void {
  breakLines(walk, 1);
  const list = walk.lists.at(-1) ?? { ordered: false, items: 0 };
  list.items += 1;
  write(walk, `${"  ".repeat(Math.max(0, walk.lists.length - 1))}${list.ordered ? `${list.items}.` : "-"} `);
}

function closeLink(walk: Walk): void {
  const address = decode(walk.link.href).replace(/^mailto:/, "");
  const shown = walk.parts.slice(walk.link.from).join("").trim();
  if (address !== "" && shown !== "" && shown !== address) write(walk, ` (${address})`);
}

function breakLines(walk: Walk, count: number): void {
  if (walk.tail === "" || bullet.test(walk.tail)) return;
  const missing = count - (/\n*$/.exec(walk.tail)?.[0].length ?? 0);
  if (missing > 0) write(walk, "\n".repeat(missing));
}

function write(walk: Walk, text: string): void {
  walk.parts.push(text);
  walk.tail = (walk.tail + text).slice(-16);
}

function isBlock(tag: string): boolean {
  return /^(?:p|h[3-5]|ul|ol|li|blockquote|pre|hr)$/.test(tag);
}

function decode(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
