import { handler } from "@/lib/web/handler";
import { answerTopicFeed } from "@/lib/web/public-feed";

/** What is filed under a category. */
export const GET = handler((request) => answerTopicFeed(request, "category"));
