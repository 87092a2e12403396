import { and, eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { remoteEvents } from "@/db/schema/remote-events";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { PUBLIC } from "../activity";
import { companionUri } from "../objects/event-notes";
import { tombstone } from "../objects/tombstone";
import type { Form } from "../software";
import { activityUri } from "../uris";
import { forgetSaid } from "./forget-said";
import { nonceOf } from "./nonce";
import { sendActivity } from "./send";

/** An event is gone for good. Its organizer may be too; these are then some of their last words. */
export function deleteElsewhere(
  tx: Context,
  { uri, organizerId: ownerId, at }: Recorded<FactOf<"event.deleted">>,
): Promise<void> {
  return sayEventGone(tx, { uri, ownerId, at });
}

/** Moderators took an event out of sight: others must not go on showing it. It may come back, and go again. */
export async function withdrawElsewhere(
  tx: Context,
  { eventId, at, factId }: Recorded<FactOf<"event.removed">>,
): Promise<void> {
  const { uri, organizerId: ownerId } = events;
  const [event] = await tx.db.select({ uri, ownerId }).from(events).where(eq(events.id, eventId));
  if (event) await sayEventGone(tx, { ...event, at, nonce: nonceOf(factId) });
}

/** What one of ours said is gone. */
export async function deleteCommentElsewhere(
  tx: Context,
  { authorId, eventId, uri, at }: Recorded<FactOf<"comment.deleted">>,
): Promise<void> {
  if (!authorId) return;
  const to = await audienceUnder(tx, eventId);
  await sayGone(tx, { uri, ownerId: authorId, at, formerType: "Note", to });
}

/** Moderators took what one of ours said out of sight; it may come back, and go again. */
export async function withdrawCommentElsewhere(
  tx: Context,
  { commentId, at, factId }: Recorded<FactOf<"comment.removed">>,
): Promise<void> {
  const { uri, authorId: ownerId, eventId } = comments;
  const [comment] = await tx.db
    .select({ uri, ownerId, eventId })
    .from(comments)
    .where(eq(comments.id, commentId));
  if (!comment) return;
  const to = await audienceUnder(tx, comment.eventId);
  await sayGone(tx, { ...comment, at, nonce: nonceOf(factId), formerType: "Note", to });
}

/** What was said under an event that is for a few by now is not named to everybody, even when it goes. */
async function audienceUnder({ db }: Context, eventId: string): Promise<string[]> {
  const [event] = await db
    .select({ organizer: actors.uri })
    .from(remoteEvents)
    .innerJoin(events, eq(events.id, remoteEvents.eventId))
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .where(and(eq(remoteEvents.eventId, eventId), eq(remoteEvents.isForFew, true)));
  return event ? [event.organizer] : [PUBLIC];
}

type Gone = { uri: string; ownerId: string; at: Date; nonce?: string; to?: string[] };

async function sayEventGone(tx: Context, { uri, ...gone }: Gone): Promise<void> {
  await sayGone(tx, { ...gone, uri, formerType: "Event" });
  await sayGone(tx, { ...gone, uri: companionUri(uri), formerType: "Note", form: "notes" });
}

/** Says it wherever anything was ever heard of the owner, if they are of this server, and forgets what was said of it. */
async function sayGone(
  tx: Context,
  { uri, ownerId, at, nonce, to = [PUBLIC], formerType, form }: Gone & { formerType: string; form?: Form },
): Promise<void> {
  const [owner] = await tx.db.select().from(actors).where(eq(actors.id, ownerId));
  if (!owner || owner.domain !== null) return;
  await forgetSaid(tx, uri);
  const activity = {
    ...{ id: activityUri(uri, "delete", nonce), type: "Delete", actor: owner.uri, to },
    object: tombstone(uri, formerType, at),
  };
  await sendActivity(tx, { actorId: ownerId, activity, to: { hearersOf: ownerId }, ...(form && { form }) });
}
