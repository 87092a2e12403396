import { notFound } from "@/lib/core/errors";
import { fileName } from "@/lib/feeds/file-name";
import { calendar } from "@/lib/feeds/ics";
import { toldToOwner } from "@/lib/feeds/private-calendar";
import { readMailAnswer } from "@/lib/web/answers-reading";
import { handler } from "@/lib/web/handler";

/** The event with all that somebody without an account may know of it, to be saved once: whoever has the address may. */
export const GET = handler<{ token: string }>(async (_request, { token }) => {
  const found = await readMailAnswer(token, new Date());
  const isFirm = found?.participation.status === "approved";
  const told = found?.page && toldToOwner({ ...found.page, isFirm });
  if (!told) throw notFound("answer_link_over");
  return new Response(calendar([told]), {
    headers: {
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex",
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName(told.title, "ics")}"`,
    },
  });
});
