import { and, eq, exists, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import { type Event, eventPictures, events } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import { pictureUploads } from "@/db/schema/picture-uploads";
import type { Context } from "@/lib/core/context";
import { pictureNamesIn } from "@/lib/core/text/text-pictures";
import { removePicture } from "@/lib/media/remove";
import type { TextPicture } from "@/lib/media/sources";
import { hostedBy } from "./hosts/hosted-by";

/** The pictures in the text of an event: a part of a query. */
export const textPictures = sql<
  TextPicture[]
>`coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name,
    'status', m.status, 'alt', m.alt, 'width', m.width, 'height', m.height, 'widths', m.widths) order by m.name)
  from ${eventPictures} shown join ${media} m on m.id = shown.media_id where shown.event_id = ${events.id}), '[]'::json)`;

/**
 * Names of the pictures in a Markdown that may stand in the text of an event: sent with its form, sent by who saves it,
 * or shown by an event that they look after. They are locked, so that none goes away before the text is written.
 */
export async function usablePictures(
  tx: Context,
  eventId: string,
  description: string,
): Promise<Set<string>> {
  const names = pictureNamesIn(description);
  if (names.length === 0 || tx.actor.kind !== "identity") return new Set();
  const { actorId } = tx.actor;
  const rows = await tx.db
    .select({ name: media.name })
    .from(media)
    .where(and(inArray(media.name, names), or(isSent(eventId, actorId), isShownByEventOf(tx, actorId))))
    .for("key share");
  return new Set(rows.map(({ name }) => name));
}

/** Keeps the pictures that the text of an event shows, and forgets those that it showed before. */
export async function writeTextPictures(
  tx: Context,
  { id: eventId, descriptionHtml }: Pick<Event, "id" | "descriptionHtml">,
): Promise<void> {
  const names = pictureNamesIn(descriptionHtml);
  const shown = names.length > 0 ? await listIds(tx, names) : [];
  const gone = await tx.db
    .delete(eventPictures)
    .where(and(eq(eventPictures.eventId, eventId), notInArray(eventPictures.mediaId, shown)))
    .returning({ mediaId: eventPictures.mediaId });
  if (shown.length > 0) {
    const rows = shown.map((mediaId) => ({ eventId, mediaId }));
    await tx.db.insert(eventPictures).values(rows).onConflictDoNothing();
    await tx.db.delete(pictureUploads).where(inArray(pictureUploads.mediaId, shown));
  }
  for (const { mediaId } of gone) await removePicture(tx, mediaId);
}

/** Which pictures only an event or its form holds, to be forgotten once the event is gone: `removePicture`. */
export async function releaseTextPictures(tx: Context, eventId: string): Promise<string[]> {
  const shown = await tx.db
    .delete(eventPictures)
    .where(eq(eventPictures.eventId, eventId))
    .returning({ mediaId: eventPictures.mediaId });
  const sent = await tx.db
    .delete(pictureUploads)
    .where(eq(pictureUploads.eventId, eventId))
    .returning({ mediaId: pictureUploads.mediaId });
  return [...shown, ...sent].map(({ mediaId }) => mediaId);
}

async function listIds({ db }: Context, names: string[]): Promise<string[]> {
  const rows = await db.select({ id: media.id }).from(media).where(inArray(media.name, names));
  return rows.map(({ id }) => id);
}

function isSent(eventId: string, actorId: string): SQL {
  return sql`exists (select 1 from ${pictureUploads} where ${pictureUploads.mediaId} = ${media.id}
    and (${pictureUploads.eventId} = ${eventId} or ${pictureUploads.uploaderId} = ${actorId}))`;
}

function isShownByEventOf({ db }: Context, actorId: string): SQL {
  const shown = db
    .select({ mediaId: eventPictures.mediaId })
    .from(eventPictures)
    .innerJoin(events, eq(events.id, eventPictures.eventId))
    .where(and(eq(eventPictures.mediaId, media.id), hostedBy(actorId)));
  return exists(shown);
}
