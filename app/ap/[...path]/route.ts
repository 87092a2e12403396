import { connection } from "@/lib/core/database";
import { answerDocument } from "@/lib/web/documents";
import { handler } from "@/lib/web/handler";

/** Everything that servers read at the addresses of pages, and their collections: rewrites lead here. */
export const GET = handler<{ path: string[] }>((request, { path }) => {
  const ctx = { db: connection().db, actor: { kind: "anonymous" as const }, now: new Date() };
  return answerDocument(ctx, request, `/${path.map(decodeURIComponent).join("/")}`);
});
