import { env } from "@/lib/core/env";
import { AppError, notFound } from "@/lib/core/errors";
import { paths, signInPath } from "@/lib/core/paths";
import { openExport } from "@/lib/departure/export-storage";
import { findReadyExport } from "@/lib/departure/exports";
import { accountContext } from "@/lib/web/context";
import { handler } from "@/lib/web/handler";
import { currentViewer } from "@/lib/web/viewer";

const pattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.zip$/;

/** The copy of an account's data, for its own sessions alone: to others it does not exist. */
export const GET = handler<{ file: string }>(async (_request, { file }) => {
  const [, id] = pattern.exec(file) ?? [];
  if (!id) throw notFound("export_not_found");
  if (!(await currentViewer()))
    return new Response(null, { status: 303, headers: { location: signInPath(paths.data), ...guards } });
  const { db, now, actor } = await accountContext();
  const made = await findReadyExport({ db, now }, { id, accountId: actor.accountId });
  const content = made && (await openExport(made.fileName));
  if (!content) throw new AppError("not_found", "export_not_found");
  const name = `${new URL(env().ORIGIN).hostname}-${made.createdAt.toISOString().slice(0, 10)}.zip`;
  return new Response(content.body, {
    headers: {
      ...guards,
      "Content-Type": "application/zip",
      "Content-Length": String(content.size),
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
});

const guards = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
