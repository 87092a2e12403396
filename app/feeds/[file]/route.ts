import { notFound } from "@/lib/core/errors";
import { messagesFor } from "@/lib/core/messages";
import { handler } from "@/lib/web/handler";
import { answerFeed, feedFileOf } from "@/lib/web/public-feed";
import { answerSearchFeed } from "@/lib/web/search-feed";

/** Everything that is on here, or what a search finds of it. */
export const GET = handler(async (request) => {
  const { name, format } = feedFileOf(request);
  if (name === "search") return answerSearchFeed(request, format);
  if (name !== "all") throw notFound("feed_not_found");
  const title = messagesFor("en").common.brand;
  return answerFeed(request, { of: { kind: "all" }, scope: { kind: "all" }, title }, format);
});
