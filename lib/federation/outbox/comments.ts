import { and, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import type { Activity } from "../activity";
import { createActivity } from "../objects/create";
import { noteDocument } from "../objects/note";
import type { ToldComment } from "../objects/told";
import { loadCommentForPeers } from "../serve/load-comment";
import { activityUri } from "../uris";
import { listParticipantsElsewhere } from "./event-recipients";
import { nonceOf } from "./nonce";
import { sendActivity } from "./send";

type Said = Recorded<FactOf<"comment.added" | "comment.approved" | "comment.put_back" | "comment.edited">>;

/**
 * Tells those elsewhere whom it concerns what one of ours said, or says now: who announces the event, who said something
 * above it, and who is named; of what a host announces, all who take part. What waits for a host is not told.
 */
export async function commentElsewhere(tx: Context, fact: Said): Promise<void> {
  const told = await loadCommentForPeers(tx.db, fact.commentId);
  if (!told) return;
  const note = noteDocument(told);
  await say(tx, told, createActivity(note));
  const { editedAt } = told.comment;
  if (!editedAt) return;
  const { id, actor, to, cc, updated } = note;
  await say(tx, told, {
    id: activityUri(String(id), "update", nonceOf(told.comment.id, editedAt.getTime())),
    type: "Update",
    actor: String(actor),
    ...{ to, cc, published: updated, object: note },
  });
}

async function say(tx: Context, told: ToldComment, activity: Activity): Promise<void> {
  const { comment, author, organizer, mentions, event } = told;
  const actorIds = [
    organizer.id,
    ...(await hostsOf(tx, event.id)),
    ...mentions.map(({ id }) => id),
    ...(await listAuthorsAbove(tx, told)),
    ...(comment.isAnnouncement ? (await listParticipantsElsewhere(tx, event.id)).map(({ id }) => id) : []),
  ];
  await sendActivity(tx, { actorId: author.id, activity, to: { actorIds } });
}

async function hostsOf({ db }: Context, eventId: string): Promise<string[]> {
  const [event] = await db.select({ hostIds: events.hostIds }).from(events).where(eq(events.id, eventId));
  return event?.hostIds ?? [];
}

/** Those of other servers who said something in this thread before. */
async function listAuthorsAbove({ db }: Context, { comment }: ToldComment): Promise<string[]> {
  if (!comment.threadId) return [];
  const rows = await db
    .selectDistinct({ id: actors.id })
    .from(comments)
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .where(
      and(
        or(eq(comments.id, comment.threadId), eq(comments.threadId, comment.threadId)),
        lt(comments.createdAt, comment.createdAt),
        eq(comments.status, "visible"),
        isNotNull(actors.domain),
        isNull(actors.deletedAt),
      ),
    );
  return rows.map(({ id }) => id);
}
