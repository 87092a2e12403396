import { connection } from "@/lib/core/database";
import { notFound } from "@/lib/core/errors";
import { isListed } from "@/lib/events/rules";
import { isUnchanged } from "@/lib/feeds/conditional";
import { previewFactsOf, previewVersion } from "@/lib/feeds/preview/facts";
import { previewOf } from "@/lib/feeds/preview/preview";
import { findEventPage } from "@/lib/participation/event-page";
import { handler } from "@/lib/web/handler";

/** The picture that messengers and social networks show beside a link to the event. */
export const GET = handler<{ slug: string }>(async (request, { slug }) => {
  const page = await findEventPage(connection().db, slug);
  const facts = page && previewFactsOf(page);
  if (!facts) throw notFound("event_not_found");

  const version = previewVersion(facts);
  const current = { etag: `"${version}"`, lastModified: page.event.updatedAt };
  const headers = {
    "Cache-Control": "public, max-age=3600",
    ETag: current.etag,
    ...(isListed(page.event) ? {} : { "X-Robots-Tag": "noindex" }),
  };
  if (isUnchanged(request.headers, current)) return new Response(null, { status: 304, headers });
  const bytes = await previewOf({ eventId: page.event.id, version, facts });
  return new Response(Buffer.from(bytes), { headers: { ...headers, "Content-Type": "image/png" } });
});
