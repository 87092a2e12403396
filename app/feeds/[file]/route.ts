import { notFound } from "@/lib/core/errors";
import { handler } from "@/lib/web/handler";
import { readInstanceFrame } from "@/lib/web/instance-reading";
import { answerFeed, feedFileOf } from "@/lib/web/public-feed";
import { answerSearchFeed } from "@/lib/web/search-feed";

/** Everything that is on here, or what a search finds of it. */
export const GET = handler(async (request) => {
  const { name, format } = feedFileOf(request);
  if (name === "search") return answerSearchFeed(request, format);
  if (name !== "all") throw notFound("feed_not_found");
  const { name: title } = await readInstanceFrame();
  return answerFeed(request, { of: { kind: "all" }, scope: { kind: "all" }, title }, format);
});
