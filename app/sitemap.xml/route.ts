import { answerText } from "@/lib/web/answer-text";
import { handler } from "@/lib/web/handler";
import { readSitemapIndex } from "@/lib/web/sitemap-reading";

export const dynamic = "force-dynamic";

/** Where search engines begin. */
export const GET = handler(async (request) =>
  answerText(request, await readSitemapIndex(), "application/xml"),
);
