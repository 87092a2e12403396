import { handler } from "@/lib/web/handler";
import { answerTopicFeed } from "@/lib/web/public-feed";

/** What has a tag. */
export const GET = handler((request) => answerTopicFeed(request, "tag"));
