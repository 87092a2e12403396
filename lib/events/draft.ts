import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Event, events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { authorize, conflict } from "@/lib/core/errors";
import { randomSlug } from "@/lib/core/text/random-slug";
import { removePicture } from "@/lib/media/remove";
import { changedFields, type Revision, requireNewest } from "./changes";
import { writeContacts } from "./contacts";
import { copiedPicture, copyQuestions } from "./copy";
import { lockEvent } from "./lock";
import { requireEventMaker } from "./makers";
import { forgetPlace } from "./places";
import { canAnnounceEvent, canManageEvent } from "./policy";
import { writeTextPictures } from "./text-pictures";
import { columnsOf, pictureOf, replacePicture, writeTags } from "./write";

/**
 * Starts an event that only its organiser sees. Nothing but what the form can hold is asked for yet. `id` is for
 * forms that know it beforehand. Refuses with `events_not_for_you`.
 */
export function createDraft(ctx: Context, input: Revision, id = randomUUID() as string): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAnnounceEvent(tx.actor));
    await requireEventMaker(tx, tx.actor.actorId);
    const slug = randomSlug(14);
    const [draft] = await tx.db
      .insert(events)
      .values({
        ...(await columnsOf(tx, input, id)),
        id,
        slug,
        uri: `${env().ORIGIN}/events/${slug}`,
        organizerId: tx.actor.actorId,
        pictureId: (await pictureOf(tx, input)) ?? (await copiedPicture(tx, input.copyOf)),
        createdAt: tx.now,
        updatedAt: tx.now,
      })
      .returning();
    await writeTextPictures(tx, draft!);
    await writeTags(tx, id, input.tags);
    await writeContacts(tx, id, input.contacts);
    await copyQuestions(tx, id, input.copyOf);
    return draft!;
  });
}

/**
 * Saves a draft again. Refuses with `event_already_published`, since from then on `editEvent` tells those who come,
 * and with `changed_meanwhile`.
 */
export function reviseDraft(ctx: Context, eventId: string, input: Revision): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, eventId);
    authorize(canManageEvent(tx.actor, event));
    if (event.publishedAt) throw conflict("event_already_published");

    const columns = await columnsOf(tx, input, eventId);
    requireNewest(event, input, await changedFields(tx, event, { columns, tags: input.tags }));
    const { pictureId } = await replacePicture(tx, event, input);
    const [draft] = await tx.db
      .update(events)
      .set({ ...columns, pictureId, version: event.version + 1, updatedAt: tx.now })
      .where(eq(events.id, eventId))
      .returning();
    await writeTextPictures(tx, draft!);
    await removePicture(tx, event.pictureId);
    await forgetPlace(tx, event.placeId);
    await writeTags(tx, eventId, input.tags);
    await writeContacts(tx, eventId, input.contacts);
    return draft!;
  });
}
