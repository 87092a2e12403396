import { answerDocument } from "@/lib/web/documents";
import { handler } from "@/lib/web/handler";

/** Everything that servers read at the addresses of pages, and their collections: rewrites lead here. */
export const GET = handler<{ path: string[] }>((request, { path }) =>
  answerDocument(request, `/${path.map(decodeURIComponent).join("/")}`),
);
