import { connection } from "@/lib/core/database";
import { notFound } from "@/lib/core/errors";
import { isListed } from "@/lib/events/rules";
import { isUnchanged, strongEtag } from "@/lib/feeds/conditional";
import { fileName } from "@/lib/feeds/file-name";
import { calendar } from "@/lib/feeds/ics";
import { publicCalendarEventOf } from "@/lib/feeds/public-event";
import { findEventPage } from "@/lib/participation/event-page";
import { handler } from "@/lib/web/handler";

/** The event as calendars take it. Programs ask again and again, so what they have already is not sent twice. */
export const GET = handler<{ slug: string }>(async (request, { slug }) => {
  const found = await findEventPage(connection().db, slug);
  const event = found && publicCalendarEventOf({ ...found, locality: found.place?.locality ?? null });
  if (!event) throw notFound("event_not_found");

  const body = calendar([event]);
  const current = { etag: strongEtag(body), lastModified: event.updatedAt };
  const headers = {
    "Cache-Control": "public, max-age=60",
    ETag: current.etag,
    "Last-Modified": event.updatedAt.toUTCString(),
    ...(isListed(found.event) ? {} : { "X-Robots-Tag": "noindex" }),
  };
  if (isUnchanged(request.headers, current)) return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName(event.title, "ics")}"`,
    },
  });
});
