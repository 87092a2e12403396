import { eq } from "drizzle-orm";
import { eventAutosaves } from "@/db/schema/event-autosaves";
import { type Event, events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { removePicture } from "@/lib/media/remove";
import { forgetPlace } from "./places";
import { unindexEvent } from "./search/index-event";
import { releaseTextPictures } from "./text-pictures";

/** Takes an event's row away with all that only it had. Who is to be told, and its address, are for the caller. */
export async function removeEvent(
  tx: Context,
  { id, pictureId, placeId }: Pick<Event, "id" | "pictureId" | "placeId">,
): Promise<void> {
  await unindexEvent(tx, id);
  await tx.db.delete(eventAutosaves).where(eq(eventAutosaves.eventId, id));
  const pictures = await releaseTextPictures(tx, id);
  await tx.db.delete(events).where(eq(events.id, id));
  for (const picture of [pictureId, ...pictures]) await removePicture(tx, picture);
  await forgetPlace(tx, placeId);
}
