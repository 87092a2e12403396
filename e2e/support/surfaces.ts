import { expect, type Page } from "@playwright/test";

/** A place where something of somebody's could be read: an address, who asks there, and as what. */
export type Surface = { as: string; reader: Page; path: string; accept: string };

/** Whom it is about: words that are in all that it wrote, and that nobody else uses. */
export type Subject = { marks: RegExp; surfaces: Surface[] };

const page = "text/html";
const document = "application/activity+json";

export function pagesFor(as: string, reader: Page, paths: string[]): Surface[] {
  return paths.map((path) => ({ as, reader, path, accept: page }));
}

export function documentsFor(reader: Page, paths: string[]): Surface[] {
  return paths.map((path) => ({ as: "server", reader, path, accept: document }));
}

/** Where something of the subject is seen now. */
export async function seenOf({ marks, surfaces }: Subject): Promise<string[]> {
  const seen: string[] = [];
  for (const surface of surfaces) {
    if (await isSeen(surface, marks)) seen.push(`${surface.as} ${surface.path}`);
  }
  return seen;
}

/** The parts of the sitemap, as it lists them now. */
export async function sitemapsOf(reader: Page): Promise<string[]> {
  const index = await (await reader.request.get("/sitemap.xml")).text();
  const parts = [...index.matchAll(/\/sitemaps\/[\w-]+\.xml/g)].map(([part]) => part);
  expect(parts.length).toBeGreaterThan(0);
  return parts;
}

/** A picture is seen when there is one; a page may repeat the address that was asked for. */
async function isSeen({ reader, path, accept }: Surface, marks: RegExp): Promise<boolean> {
  const answer = await reader.request.get(path, { headers: { accept } });
  if ((answer.headers()["content-type"] ?? "").startsWith("image/")) return answer.ok();
  const handle = path.replace(/^\/@/, "");
  const spellings = [path, encodeURIComponent(path), handle, encodeURIComponent(handle)];
  const text = spellings.reduce((left, spelling) => left.replaceAll(spelling, ""), await answer.text());
  return marks.test(text);
}
