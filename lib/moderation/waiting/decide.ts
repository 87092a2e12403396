import { eq } from "drizzle-orm";
import { comments } from "@/db/schema/comments";
import { type Event, events } from "@/db/schema/events";
import { lockComment } from "@/lib/comments/lock";
import { readingOf, waitsForHosts } from "@/lib/comments/rules";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { managersOf } from "@/lib/events/hosts/hosting";
import { lockEvent } from "@/lib/events/lock";
import { announceEvent, requirePublishable } from "@/lib/events/publish";
import { canModerate } from "@/lib/instance/policy";
import { readInstance } from "@/lib/instance/settings";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { removeCommentFromSight } from "../acts/remove-comment";

/** Something that waits. `version`: which one was read, of an event by its number, of a comment as `readingOf` says. */
export type Chosen = { kind: "comment" | "event"; id: string; version: number };

/** Lets all of these through, or none. Refuses as `letThrough` does. */
export function letAllThrough(ctx: Context, chosen: Chosen[]): Promise<void> {
  return onEach(ctx, chosen, letThrough);
}

/** Refuses all of these, or none; the reason is told to whose they are. Refuses as `turnBack` does. */
export function turnAllBack(ctx: Context, chosen: Chosen[], reason: string): Promise<void> {
  return onEach(ctx, chosen, (tx, one) => turnBack(tx, one, reason));
}

/** One after the other, in an order that all keep to. */
function onEach(
  ctx: Context,
  chosen: Chosen[],
  decide: (tx: Context, one: Chosen) => Promise<void>,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canModerate(tx.actor));
    for (const one of chosen.toSorted((a, b) => a.id.localeCompare(b.id))) await decide(tx, one);
  });
}

/**
 * From now on everybody sees it, as if it were published now; a comment goes on to wait for its hosts where they look first.
 * What waits no more is left as it is. Refuses with `changed_since_read`, `comment_not_found`, `event_not_found`, and like publishing.
 */
async function letThrough(tx: Context, { kind, id, version }: Chosen): Promise<void> {
  if (kind === "comment") return letCommentThrough(tx, id, version);
  const draft = await lockEvent(tx.db, id);
  if (!draft.heldAt) return;
  requireSame(draft.version, version);
  requirePublishable(draft, tx.now);
  await announceEvent(asOrganizer(tx, draft), draft);
  const logId = await writeLog(tx, {
    ...{ action: "event.let_through", actorId: draft.organizerId },
    ...{ before: { isHeld: true }, after: { isHeld: false, isPublished: true } },
  });
  await record(tx, { kind: "event.let_through", eventId: id, ...managersOf(draft), logId });
}

async function letCommentThrough(tx: Context, id: string, version: number): Promise<void> {
  const { comment, event } = await lockComment(tx, id);
  const { authorId, createdAt } = comment;
  if (!comment.heldAt || comment.status !== "waiting") return;
  requireSame(readingOf(comment), version);
  const { commentApproval } = await readInstance(tx.db);
  const goesOn = waitsForHosts(event, commentApproval);
  await tx.db
    .update(comments)
    // Hosts are told of what came since their last mail: it comes now.
    .set({
      heldAt: null,
      status: goesOn ? "waiting" : "visible",
      createdAt: event.domain === null ? tx.now : createdAt,
    })
    .where(eq(comments.id, id));
  const status = goesOn ? "waiting" : "visible";
  const change = { before: { isHeld: true, status: "waiting" }, after: { isHeld: false, status } };
  await writeLog(tx, { action: "comment.let_through", actorId: authorId, ...change });
  const author: Context = { ...tx, actor: { kind: "identity", actorId: authorId } };
  await record(author, {
    kind: goesOn ? "comment.submitted" : "comment.added",
    eventId: event.id,
    commentId: id,
  });
}

/**
 * A comment is out of sight as if moderators had removed it; an event is a draft again, and can be announced anew. What
 * waits no more is left as it is. Refuses with `changed_since_read`, `comment_not_found` and `event_not_found`.
 */
async function turnBack(tx: Context, { kind, id, version }: Chosen, reason: string): Promise<void> {
  if (kind === "comment") {
    const { comment } = await lockComment(tx, id);
    if (!comment.heldAt || comment.status !== "waiting") return;
    requireSame(readingOf(comment), version);
    await tx.db.update(comments).set({ heldAt: null }).where(eq(comments.id, id));
    return removeCommentFromSight(tx, { commentId: id, reason });
  }
  const draft = await lockEvent(tx.db, id);
  if (!draft.heldAt) return;
  requireSame(draft.version, version);
  await tx.db.update(events).set({ heldAt: null }).where(eq(events.id, id));
  const logId = await writeLog(tx, {
    ...{ action: "event.turned_back", actorId: draft.organizerId, reason },
    ...{ before: { isHeld: true }, after: { isHeld: false, isPublished: false } },
  });
  await record(tx, { kind: "event.turned_back", eventId: id, ...managersOf(draft), logId });
}

function requireSame(now: number, read: number): void {
  if (now !== read) throw conflict("changed_since_read");
}

/** What follows is theirs: it goes out to other servers in their name. */
function asOrganizer(tx: Context, { organizerId }: Event): Context {
  return { ...tx, actor: { kind: "identity", actorId: organizerId } };
}
