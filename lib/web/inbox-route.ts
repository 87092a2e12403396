import type { Context } from "@/lib/core/context";
import { readBody } from "./bounded-request";
import { takeIn } from "./inbox";

/** The same for Next's own routes, which answer in development; in production the desk comes before them. */
export async function answerKnock(ctx: Context, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { method, headers } = request;
  const none = new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
  const told = await takeIn(ctx, {
    ...{ method, headers, path: pathname + search },
    read: (bounds) => readBody({ headers, chunks: request.body ?? none }, bounds),
  });
  return new Response(told.body, told);
}
