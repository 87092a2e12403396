import { eq } from "drizzle-orm";
import { type Event, events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { removePicture } from "@/lib/media/remove";
import { changedFields, type Revision, requireNewest } from "./changes";
import { writeContacts } from "./contacts";
import { managersOf } from "./hosts/hosting";
import { requireFitWords } from "./judge";
import { lockEvent } from "./lock";
import { rememberTold } from "./pending-update";
import { forgetPlace } from "./places";
import { canManageEvent } from "./policy";
import { previousStartOf } from "./previous-start";
import { requireComplete } from "./publish";
import { writeTextPictures } from "./text-pictures";
import { columnsOf, replacePicture, writeTags } from "./write";

/**
 * Changes an announced event; the fact says what changed, so that people who come can be told. Saving
 * without a change records nothing. Lowering the capacity throws nobody out. Refuses with `event_not_published`,
 * `event_cancelled`, `changed_meanwhile`, `words_not_allowed`, or the field errors of publishing.
 */
export function editEvent(ctx: Context, eventId: string, input: Revision): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, eventId);
    authorize(canManageEvent(tx.actor, event));
    if (!event.publishedAt) throw conflict("event_not_published");
    if (event.status === "cancelled") throw conflict("event_cancelled");

    const typed = await columnsOf(tx, input, eventId);
    requireComplete(typed);
    const changed = await changedFields(tx, event, { columns: typed, tags: input.tags });
    requireNewest(event, input, changed);
    const { pictureId, isDescribedAnew } = await replacePicture(tx, event, input);
    const columns = { ...typed, pictureId, previousStartsAt: previousStartOf(event, typed.startsAt) };
    if (pictureId !== event.pictureId) changed.push("pictureId");
    if (isDescribedAnew) changed.push("pictureAlt");
    if (await writeContacts(tx, eventId, input.contacts)) changed.push("contacts");
    if (changed.length === 0) return event;
    await requireFitWords(tx, event, typed);

    const [edited] = await tx.db
      .update(events)
      .set({ ...columns, sequence: event.sequence + 1, version: event.version + 1, updatedAt: tx.now })
      .where(eq(events.id, eventId))
      .returning();
    await rememberTold(tx, event, edited!);
    await writeTextPictures(tx, edited!);
    await removePicture(tx, event.pictureId);
    await forgetPlace(tx, event.placeId);
    await writeTags(tx, eventId, input.tags);
    await record(tx, { kind: "event.updated", eventId, ...managersOf(event), changed });
    return edited!;
  });
}
