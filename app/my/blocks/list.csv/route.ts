import { notFound } from "@/lib/core/errors";
import { paths, signInPath } from "@/lib/core/paths";
import { blockListInput } from "@/lib/identities/blocks/input";
import { listOwn } from "@/lib/identities/blocks/own-list";
import { csvLine } from "@/lib/participation/lists/csv";
import { accountContext } from "@/lib/web/context";
import { handler } from "@/lib/web/handler";
import { currentViewer } from "@/lib/web/viewer";

/** Whom one's own identity blocks or mutes, as a file that Mastodon reads too; nobody else's list exists. */
export const GET = handler(async (request: Request) => {
  const viewer = await currentViewer();
  if (!viewer)
    return new Response(null, { status: 303, headers: { location: signInPath(paths.blocks), ...guards } });
  const asked = blockListInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const own = [viewer.identity, ...viewer.identities].find(({ handle }) => handle === asked.data?.as);
  if (!asked.success || !own) throw notFound("page_not_found");
  const { db } = await accountContext();
  const lines = await listOwn(db, own.id, asked.data.list);
  return new Response(lines.map(csvLine).join(""), {
    headers: {
      ...guards,
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${asked.data.list}.csv"`,
    },
  });
});

const guards = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
