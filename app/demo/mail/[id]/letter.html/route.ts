import { notFound } from "@/lib/core/errors";
import { readShownMail } from "@/lib/web/demo-reading";
import { handler } from "@/lib/web/handler";
import { shownLetterPolicy } from "@/lib/web/security/csp";

/** The mail as mail programs show it, for the frame on its page. Links leave the frame; nothing in it runs. */
export const GET = handler<{ id: string }>(async (_request, { id }) => {
  const mail = await readShownMail(id);
  if (!mail) throw notFound("mail_not_found");
  const html = mail.html.replace(/<head>/i, '<head><base target="_top">');
  return new Response(html, {
    headers: {
      "Cache-Control": "no-store",
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": shownLetterPolicy,
    },
  });
});
