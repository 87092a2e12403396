import { Marked } from "marked";
import { tameMarkdown } from "./markdown-bounds";
import { type ShowsPicture, sanitizeHtml } from "./sanitize";
import { pictureAddress, pictureNamedBy } from "./text-pictures";

const markdown = markedFor(() => false);

/**
 * What people write, as HTML that is safe to store and show. Reads the first 20,000 characters, a line break is a
 * line break, and hostile input is flattened: bounded in time and depth, never throws. Pictures leave their words,
 * but those of this server that `shows` lets in.
 */
export function renderMarkdown(source: string, shows?: ShowsPicture): string {
  const tame = tameMarkdown(source);
  try {
    const html = (shows ? markedFor(shows) : markdown).parse(tame, { async: false });
    return sanitizeHtml(nestHeadings(html), shows).trim();
  } catch {
    return `<p>${escapeHtml(tame).replaceAll("\n", "<br />")}</p>`;
  }
}

function markedFor(shows: ShowsPicture): Marked {
  return new Marked({
    gfm: true,
    breaks: true,
    renderer: {
      image: ({ href, text }) => {
        const name = pictureNamedBy(href);
        const words = escapeHtml(text);
        return name && shows(name) ? `<img src="${pictureAddress(name)}" alt="${words}">` : words;
      },
      checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
    },
    // Tables are none of our tags: without this their cells would run into one word.
    tokenizer: { table: () => undefined },
  });
}

/**
 * A page has its title in h1 and its parts in h2: people's own headings go below, from h3 to h5, without leaving
 * out a level, whatever level they began with.
 */
function nestHeadings(html: string): string {
  const depths = [...html.matchAll(/<h([1-6])>/g)].map(([, depth]) => Number(depth));
  const top = Math.min(...depths);
  let level = 2;
  return html.replace(/<(\/?)h([1-6])>/g, (_, slash: string, depth: string) => {
    if (!slash) level = Math.min(3 + Number(depth) - top, level + 1, 5);
    return `<${slash}h${level}>`;
  });
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
