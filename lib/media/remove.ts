import { and, eq, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { actors } from "@/db/schema/actors";
import { eventPictures, events } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import { pictureUploads } from "@/db/schema/picture-uploads";
import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";

/** Everything that may show a picture; a test compares it with the database. */
export const picturesShownBy: AnyPgColumn[] = [
  actors.avatarId,
  actors.bannerId,
  events.pictureId,
  eventPictures.mediaId,
  pictureUploads.mediaId,
];

/**
 * Forgets a picture unless something shows it: call it once the row that showed it is written. Its own row goes in
 * the caller's transaction, its files after the commit. Calling it for one that is still shown, or for none, is harmless.
 */
export async function removePicture(tx: Context, mediaId: string | null): Promise<void> {
  if (!mediaId) return;
  const [removed] = await tx.db
    .delete(media)
    .where(and(eq(media.id, mediaId), ...picturesShownBy.map(isNotShownBy)))
    .returning({ name: media.name });
  if (removed) await enqueue(tx, { task: "remove-picture", payload: removed });
}

function isNotShownBy(column: AnyPgColumn): SQL {
  return sql`not exists (select 1 from ${column.table} where ${column} = ${media.id})`;
}
