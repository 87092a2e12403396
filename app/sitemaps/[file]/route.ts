import { notFound } from "@/lib/core/errors";
import { answerText } from "@/lib/web/answer-text";
import { handler } from "@/lib/web/handler";
import { readSitemapFile } from "@/lib/web/sitemap-reading";

/** One part of the sitemap. */
export const GET = handler<{ file: string }>(async (request, { file }) => {
  const [, name] = /^([a-z0-9_-]+)\.xml$/.exec(file) ?? [];
  if (!name) throw notFound("sitemap_not_found");
  return answerText(request, await readSitemapFile(name), "application/xml");
});
