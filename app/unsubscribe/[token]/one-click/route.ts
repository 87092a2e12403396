import { z } from "zod";
import type { Context } from "@/lib/core/context";
import { connection } from "@/lib/core/database";
import { unsubscribePath } from "@/lib/core/paths";
import { subscribe } from "@/lib/notifications/unsubscribe";
import { formOf, handler } from "@/lib/web/handler";

type Params = { token: string };

/** What RFC 8058 has mail programs send, so that no scanner that follows or tries links does it by accident. */
const oneClick = z.object({ "List-Unsubscribe": z.literal("One-Click") });

/**
 * The one way to write that another site may use: mail programs send this POST, signed out and without an origin.
 * The link itself is the permission, and it can do nothing but end mails.
 */
export const POST = handler<Params>(async (request, { token }) => {
  await formOf(request, oneClick);
  const ctx: Context = { db: connection().db, actor: { kind: "anonymous" }, now: new Date() };
  await subscribe(ctx, token, false);
  return new Response(null, { status: 200 });
});

/** Programs that know nothing of one click open the address in a browser: the page asks first. */
export const GET = handler<Params>(async (_request, { token }) => {
  return new Response(null, {
    status: 303,
    headers: { location: unsubscribePath(encodeURIComponent(token)) },
  });
});
