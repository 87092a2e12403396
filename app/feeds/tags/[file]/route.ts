import { connection } from "@/lib/core/database";
import { notFound } from "@/lib/core/errors";
import { messagesFor } from "@/lib/core/messages";
import { foldTag } from "@/lib/events/tag";
import { isTopicKnown } from "@/lib/events/topics";
import { handler } from "@/lib/web/handler";
import { answerFeed, feedFileOf } from "@/lib/web/public-feed";

/** What has a tag; none for a tag that nothing ever had, so that nobody fills the memory with them. */
export const GET = handler(async (request) => {
  const { name, format } = feedFileOf(request);
  const tag = foldTag(name);
  const topic = { kind: "tag", value: tag } as const;
  if (!(await isTopicKnown(connection().db, topic))) throw notFound("feed_not_found");
  const title = `#${tag} · ${messagesFor("en").common.brand}`;
  return answerFeed(request, { of: { kind: "tag", tag }, scope: { kind: "tag", tag }, title }, format);
});
