import { isUnchanged } from "@/lib/feeds/conditional";
import type { KeptText } from "./kept-texts";

/** Sends a public text, or 304 to whoever has it already. Programs may use theirs for a minute without asking. */
export function answerText(request: Request, text: KeptText, contentType: string): Response {
  const headers = {
    "Cache-Control": "public, max-age=60",
    ETag: text.etag,
    "Last-Modified": text.lastModified.toUTCString(),
  };
  if (isUnchanged(request.headers, text)) return new Response(null, { status: 304, headers });
  return new Response(text.body, {
    headers: {
      ...headers,
      "Content-Type": `${contentType}; charset=utf-8`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
