import { handler } from "@/lib/web/handler";
import { answerTopicFeed } from "@/lib/web/public-feed";

/** What is on at a place. */
export const GET = handler((request) => answerTopicFeed(request, "place"));
