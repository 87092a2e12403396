/** How many pictures one text may hold. */
export const MOST_TEXT_PICTURES = 20;

const address = /^\/media\/([a-z2-9]{20})$/;
const named = /\/media\/([a-z2-9]{20})(?![\w-])/g;

/** Where a picture of ours is found in a text. Its files have a width in their names: this leads to the largest. */
export function pictureAddress(name: string): string {
  return `/media/${name}`;
}

/** The name of the picture at this address; null for every other. */
export function pictureNamedBy(text: string): string | null {
  return address.exec(text)?.[1] ?? null;
}

/** The names of all pictures that a text, Markdown or HTML, may show; each once. */
export function pictureNamesIn(text: string): string[] {
  return [...new Set([...text.matchAll(named)].map(([, name]) => name!))];
}

/** A picture in Markdown, its description beside it. */
export function pictureMarkdown({ name, alt }: { name: string; alt: string }): string {
  const words = alt.replace(/\s+/g, " ").replaceAll("\\", "").replace(/[[\]]/g, "\\$&");
  return `![${words.trim()}](${pictureAddress(name)})`;
}
