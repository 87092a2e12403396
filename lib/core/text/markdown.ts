import { Marked } from "marked";
import { tameMarkdown } from "./markdown-bounds";
import { sanitizeHtml } from "./sanitize";

const markdown = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    // A page has its title in h1 and its parts in h2: people's own headings go below.
    heading({ tokens, depth }) {
      const level = Math.min(depth + 2, 5);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    image: ({ text }) => escapeHtml(text),
    checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
  },
  // Tables are none of our tags: without this their cells would run into one word.
  tokenizer: { table: () => undefined },
});

/**
 * What people write, as HTML that is safe to store and show. Reads the first 20,000 characters, a line break is a
 * line break, and hostile input is flattened: bounded in time and depth, never throws.
 */
export function renderMarkdown(source: string): string {
  const tame = tameMarkdown(source);
  try {
    return sanitizeHtml(markdown.parse(tame, { async: false })).trim();
  } catch {
    return `<p>${escapeHtml(tame).replaceAll("\n", "<br />")}</p>`;
  }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
