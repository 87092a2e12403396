import { Readable } from "node:stream";
import { notFound } from "@/lib/core/errors";
import { canModerate } from "@/lib/instance/policy";
import { logFilter } from "@/lib/moderation/log/filter";
import { logTable } from "@/lib/moderation/log/table";
import { csvOf } from "@/lib/participation/lists/csv";
import { accountContext } from "@/lib/web/context";
import { handler } from "@/lib/web/handler";

/** The moderation log as a file, read while it is sent; for everybody else there is none. */
export const GET = handler(async (request: Request) => {
  const ctx = await accountContext();
  if (!canModerate(ctx.actor)) throw notFound("page_not_found");
  const filter = logFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const text = Readable.from(encoded(csvOf(logTable(ctx, filter))));
  return new Response(Readable.toWeb(text) as ReadableStream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="moderation-log.csv"',
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});

async function* encoded(parts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const part of parts) yield Buffer.from(part);
}
