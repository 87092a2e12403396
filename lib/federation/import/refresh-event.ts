import { eq } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { remoteEvents } from "@/db/schema/remote-events";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { eraseEvent } from "@/lib/departure/erase-event";
import { fetchCollection } from "../fetch/collection";
import { documentIn, idIn } from "../read";
import { isOurs, isSameOrigin } from "../uris";
import { importComment } from "./comment";
import { importEvent } from "./event";
import { isUnreachable } from "./unreachable";

/** So long an event is not found at home before it counts as gone. */
const DAYS_MISSING = 3;

const MOST_REPLIES = 50;
/** What a slow server does not tell in this time, it tells the next time. */
const LONGEST_MS = 60_000;

/**
 * The job `refresh-event`: asks for an event of another server again, since what they send may get lost (Mobilizon sends
 * once), and for what is said under it. One that has not been found for three days is gone.
 */
export async function refreshEvent(ctx: Context, eventId: string): Promise<void> {
  const [known] = await ctx.db
    .select({ uri: events.uri, refreshedAt: remoteEvents.refreshedAt })
    .from(remoteEvents)
    .innerJoin(events, eq(events.id, remoteEvents.eventId))
    .where(eq(remoteEvents.eventId, eventId));
  if (!known) return;
  try {
    await importEvent(ctx, known.uri, { fresh: true });
    await takeReplies(ctx, eventId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const isMissing = ctx.now.getTime() - known.refreshedAt.getTime() > DAYS_MISSING * 86_400_000;
    if (error.reason === "document_gone" && isMissing) await forget(ctx, eventId);
  }
}

/** As its organiser, who is told by nobody else. */
async function forget(ctx: Context, eventId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [event] = await tx.db.select().from(events).where(eq(events.id, eventId)).for("update");
    if (!event) return;
    await eraseEvent({ ...tx, actor: { kind: "identity", actorId: event.organizerId } }, event);
  });
}

/** Each is what its author's server says of it: the collection only tells that it is there. */
async function takeReplies(ctx: Context, eventId: string): Promise<void> {
  const [remote] = await ctx.db.select().from(remoteEvents).where(eq(remoteEvents.eventId, eventId));
  const replies = remote?.replies;
  if (!replies) return;
  const until = Date.now() + LONGEST_MS;
  for (const one of await fetchCollection(ctx, replies, { most: MOST_REPLIES })) {
    const uri = idIn(one);
    if (!uri || isOurs(uri)) continue;
    if (Date.now() > until) return;
    const inline = isSameOrigin(uri, replies) ? documentIn(one) : null;
    try {
      await importComment(ctx, inline ?? uri);
    } catch (error) {
      if (!(error instanceof AppError) && !isUnreachable(error)) throw error;
    }
  }
}
