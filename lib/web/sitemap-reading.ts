import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { notFound } from "@/lib/core/errors";
import { categoryPath, eventPath, identityPath, paths, sitemapPath } from "@/lib/core/paths";
import {
  listSitemapEntries,
  listSitemapFiles,
  type SitemapKind,
  sitemapKinds,
} from "@/lib/events/sitemap-entries";
import { strongEtag } from "@/lib/feeds/conditional";
import { sitemapIndexText, sitemapText } from "@/lib/feeds/sitemap";
import { UPCOMING } from "@/lib/journal/tags";
import { readCategories } from "./categories-reading";
import { type KeptText, keptText } from "./kept-texts";

const HOUR = 3_600_000;
const pathOf: Record<SitemapKind, (key: string) => string> = { events: eventPath, identities: identityPath };

/** The list of the sitemap's files, kept until what is on changes, an hour at most. */
export function readSitemapIndex(): Promise<KeptText> {
  const until = new Date(Date.now() + HOUR);
  return keptText(paths.sitemap, { tags: [UPCOMING], until, read: readIndex });
}

/** One of the files. It is not kept: a search engine reads each once and would push out what people ask for. */
export async function readSitemapFile(name: string): Promise<KeptText> {
  const body = name === "pages" ? await readPages() : await readEntries(name);
  // What is over vanishes without a date: only the ETag tells.
  return { body, etag: strongEtag(body), lastModified: new Date() };
}

async function readIndex(): Promise<string> {
  const files = await Promise.all(sitemapKinds.map(readFiles));
  return sitemapIndexText([{ url: env().ORIGIN + sitemapPath("pages") }, ...files.flat()]);
}

async function readFiles(kind: SitemapKind) {
  const files = await listSitemapFiles(connection().db, kind, { now: new Date() });
  return files.map(({ from, changedAt }) => ({
    url: env().ORIGIN + sitemapPath(`${kind}-${from}`),
    changedAt,
  }));
}

async function readPages(): Promise<string> {
  const inUse = await readCategories(new Date());
  const pages = [paths.front, paths.about, ...inUse.map(({ code }) => categoryPath(code))];
  return sitemapText(pages.map((path) => ({ url: env().ORIGIN + path })));
}

/** `events-` and the slug that it begins with, `identities-` and the handle. Refuses with `sitemap_not_found`. */
async function readEntries(name: string): Promise<string> {
  const [, kind, from] = /^(events|identities)-([a-z0-9_]{1,30})$/.exec(name) ?? [];
  if (!kind || !from) throw notFound("sitemap_not_found");
  const entries = await listSitemapEntries(connection().db, kind as SitemapKind, { from, now: new Date() });
  return sitemapText(
    entries.map(({ key, changedAt }) => ({
      url: env().ORIGIN + pathOf[kind as SitemapKind](key),
      changedAt,
    })),
  );
}
