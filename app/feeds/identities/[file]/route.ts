import { notFound } from "@/lib/core/errors";
import { actorTag } from "@/lib/journal/tags";
import { handler } from "@/lib/web/handler";
import { readProfile } from "@/lib/web/profile-reading";
import { answerFeed, feedFileOf } from "@/lib/web/public-feed";

/** What one identity announces, if everybody may open its page. */
export const GET = handler(async (request) => {
  const { name, format } = feedFileOf(request);
  const profile = /^[a-z0-9_]{1,30}$/.test(name) ? await readProfile(name, null) : null;
  if (!profile) throw notFound("feed_not_found");
  const { id, handle } = profile;
  return answerFeed(
    request,
    {
      of: { kind: "identity", handle },
      scope: { kind: "host", actorId: id },
      title: profile.name,
      tags: [actorTag(id)],
    },
    format,
  );
});
