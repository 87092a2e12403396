import { env } from "@/lib/core/env";

/** Stored HTML for other servers: pictures of ours with their whole address. */
export function absoluteHtml(html: string): string {
  return html.replaceAll('<img src="/', `<img src="${env().ORIGIN}/`);
}

/** The same words once more under their language, if it is known: by it Mastodon tells languages apart. */
export function inLanguage(language: string, words: Record<string, string>) {
  if (language === "und" || language === "") return {};
  const maps = Object.entries(words).filter(([, text]) => text !== "");
  return Object.fromEntries(maps.map(([name, text]) => [`${name}Map`, { [language]: text }]));
}
