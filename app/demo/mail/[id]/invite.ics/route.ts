import { notFound } from "@/lib/core/errors";
import { readShownMail } from "@/lib/web/demo-reading";
import { handler } from "@/lib/web/handler";

/** What a mail brought for calendars. */
export const GET = handler<{ id: string }>(async (_request, { id }) => {
  const calendar = (await readShownMail(id))?.calendar;
  if (!calendar) throw notFound("mail_not_found");
  return new Response(calendar, {
    headers: {
      "Cache-Control": "no-store",
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="invite.ics"',
    },
  });
});
