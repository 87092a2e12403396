import { connection } from "@/lib/core/database";
import { notFound } from "@/lib/core/errors";
import { isUnchanged, strongEtag } from "@/lib/feeds/conditional";
import { privateCalendarText } from "@/lib/feeds/private-calendar";
import { hearName } from "@/lib/instance/name";
import { findPrivateCalendar } from "@/lib/participation/private-calendar";
import { handler } from "@/lib/web/handler";

/** For calendar programs, which have no session: whoever has the address may read. */
export const GET = handler<{ file: string }>(async (request, { file }) => {
  const now = new Date();
  const found = await findPrivateCalendar(connection().db, { token: file.replace(/\.ics$/, ""), now });
  if (!found) throw notFound("calendar_not_found");

  await hearName(connection().db);
  const body = privateCalendarText(found);
  const etag = strongEtag(body);
  const headers = { "Cache-Control": "private, no-cache", ETag: etag, "X-Robots-Tag": "noindex" };
  // What it holds also changes by decisions, which leave no date on an event: only the ETag tells.
  if (isUnchanged(request.headers, { etag, lastModified: now })) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(body, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="calendar.ics"',
    },
  });
});
