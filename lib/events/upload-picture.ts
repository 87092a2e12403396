import { eq, lt } from "drizzle-orm";
import { events } from "@/db/schema/events";
import type { Media } from "@/db/schema/media";
import { pictureUploads } from "@/db/schema/picture-uploads";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, invalidField } from "@/lib/core/errors";
import { cleanLine } from "@/lib/core/text/clean";
import { MOST_TEXT_PICTURES, pictureMarkdown, pictureNamesIn } from "@/lib/core/text/text-pictures";
import { removePicture } from "@/lib/media/remove";
import { storePicture } from "@/lib/media/store";
import type { EventInput } from "./input";
import { canAnnounceEvent, canManageEvent } from "./policy";

/** `eventId`: of the form; the event itself may not exist yet. `field`: where it is refused. */
type Upload = { eventId: string; file: Uint8Array | Blob; alt: string; field: string };

/** Unsaved forms are kept as well, so their pictures are not forgotten soon. */
const DAYS_UNSAVED = 30;

/**
 * Takes in a picture for the text of an event, to be named in it and kept once that is saved. Refuses like
 * `storePicture`.
 */
export function uploadTextPicture(ctx: Context, { eventId, ...upload }: Upload): Promise<Media> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAnnounceEvent(tx.actor));
    const { actorId: uploaderId } = tx.actor;
    const [event] = await tx.db.select().from(events).where(eq(events.id, eventId));
    authorize(!event || canManageEvent(tx.actor, event));
    const stored = await storePicture(tx, { ...upload, alt: cleanLine(upload.alt), kind: "picture" });
    await tx.db.insert(pictureUploads).values({ mediaId: stored.id, eventId, uploaderId, createdAt: tx.now });
    return stored;
  });
}

/** The description, with the picture at its end that was sent without scripts. Refuses with `too_many_pictures` too. */
export async function describedWith(
  tx: Context,
  { description, textPicture: file, textPictureAlt: alt }: EventInput,
  eventId: string,
): Promise<string> {
  if (!file) return description;
  if (pictureNamesIn(description).length >= MOST_TEXT_PICTURES)
    throw invalidField("textPicture", "too_many_pictures");
  const { name } = await uploadTextPicture(tx, { eventId, file, alt, field: "textPicture" });
  return `${description.trimEnd()}\n\n${pictureMarkdown({ name, alt })}`;
}

/** Forgets pictures whose text was never saved. */
export async function sweepUploads(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - DAYS_UNSAVED * 86_400_000);
  await inTransaction(ctx, async (tx) => {
    const unsaved = await tx.db
      .delete(pictureUploads)
      .where(lt(pictureUploads.createdAt, before))
      .returning({ mediaId: pictureUploads.mediaId });
    for (const { mediaId } of unsaved) await removePicture(tx, mediaId);
  });
}
