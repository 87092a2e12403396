import { Readable } from "node:stream";
import { connection } from "@/lib/core/database";
import { notFound } from "@/lib/core/errors";
import { participantsPath } from "@/lib/core/participation-paths";
import { signInPath } from "@/lib/core/paths";
import { findEventOf } from "@/lib/events/queries";
import { fileName } from "@/lib/feeds/file-name";
import { csvOf } from "@/lib/participation/lists/csv";
import { listInput } from "@/lib/participation/lists/input";
import { ODS_TYPE, odsOf } from "@/lib/participation/lists/ods";
import { participantTable, type Table } from "@/lib/participation/lists/table";
import { handler } from "./handler";
import { actingFirst, currentViewer } from "./viewer";

const formats = {
  csv: { type: "text/csv; charset=utf-8", write: (table: Table) => Readable.from(encoded(csvOf(table))) },
  ods: { type: ODS_TYPE, write: (table: Table) => odsOf(table) as Readable },
} as const;

const guards = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

/** The list of participants in one format, for those who host: to others it does not exist. Read while it is sent. */
export function participantsFile(format: keyof typeof formats) {
  return handler<{ slug: string }>(async (request, { slug }) => {
    const viewer = await currentViewer();
    if (!viewer) {
      const location = signInPath(participantsPath(slug));
      return new Response(null, { status: 303, headers: { location, ...guards } });
    }
    const { db } = connection();
    const found = await findEventOf(db, slug, actingFirst(viewer));
    if (!found?.event.publishedAt) throw notFound("event_not_found");

    const { tab, q } = listInput.parse(Object.fromEntries(new URL(request.url).searchParams));
    const ctx = { db, now: new Date(), actor: { kind: "identity" as const, actorId: found.acting.id } };
    const { locale, zone } = viewer.session;
    const table = await participantTable(ctx, { event: found.event, tab, text: q, locale, zone });
    const { type, write } = formats[format];
    return new Response(Readable.toWeb(write(table)) as ReadableStream, {
      headers: {
        ...guards,
        "Content-Type": type,
        "Content-Disposition": `attachment; filename="${fileName(found.event.title, format)}"`,
      },
    });
  });
}

async function* encoded(parts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const part of parts) yield Buffer.from(part);
}
