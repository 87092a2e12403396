import { randomUUID } from "node:crypto";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { type Comment, comments } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { commentPath } from "@/lib/core/paths";
import { lockEvent } from "@/lib/events/lock";
import { canSeeEvent } from "@/lib/events/policy";
import { requireNoBlock } from "@/lib/identities/blocks/refuse";
import { record } from "@/lib/journal/record";
import { callModerators, judgeNew } from "./judge";
import { canComment, canManageComments } from "./policy";
import { commentRefusal, threadOf } from "./rules";
import { type ForeignWords, keepMentions, readForeignWords, readWords, type Words } from "./words";

export type NewComment = { eventId: string; inReplyToId?: string; announcement?: boolean } & (
  | { text: string; elsewhere?: undefined }
  | { elsewhere: SaidElsewhere }
);

/** Words that came from another server: their id there, and when they were said. */
export type SaidElsewhere = ForeignWords & { uri: string; saidAt: Date | null };

/** The same words again within this time are the same click. */
const TWICE_MINUTES = 10;

/**
 * Says something under an event, or answers what was said. Where hosts look first it waits for them; only they announce.
 * The same words in a row count once, and what came from elsewhere by its id. Refuses with `event_not_found`,
 * `comment_not_found` (what it answers is not to be seen any more; both also between those who block each other),
 * `comments_closed`, `comments_over`, `comment_missing` and as `judgeNew` does.
 */
export function addComment(ctx: Context, input: NewComment): Promise<Comment> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, input.eventId);
    if (!event.publishedAt || !canSeeEvent(tx.actor, event)) throw notFound("event_not_found");
    authorize(canComment(tx.actor));
    const isHost = canManageComments(tx.actor, event);
    if (input.announcement) authorize(isHost);
    const refusal = commentRefusal(event, { isHost, now: tx.now });
    if (refusal) throw conflict(refusal);

    if (!isHost) await requireNoBlock(tx, [event.organizerId, ...event.hostIds], "event_not_found");
    const answered = input.inReplyToId ? await getAnswered(tx, event, input.inReplyToId) : null;
    if (answered) await requireNoBlock(tx, [answered.authorId], "comment_not_found");
    const { elsewhere } = input;
    const words = elsewhere ? readForeignWords(elsewhere) : await readWords(tx, input.text);
    const said = { authorId: tx.actor.actorId, answered, words };
    const twice = elsewhere ? await findByUri(tx, elsewhere.uri) : await findSaid(tx, event, said);
    if (twice) return twice;
    const isAnnouncement = Boolean(input.announcement) && !answered;
    const verdict = await judgeNew(tx, event, { ...said, isHost, isLocal: !elsewhere });
    const kept = { ...said, ...verdict.columns, isAnnouncement, ...(elsewhere && { elsewhere }) };
    const comment = await keep(tx, event, kept);
    await callModerators(tx, comment, verdict);
    return comment;
  });
}

type Said = { authorId: string; answered: Comment | null; words: Words };

async function keep(
  tx: Context,
  event: Event,
  {
    words,
    answered,
    elsewhere,
    ...values
  }: Said & Pick<Comment, "status" | "heldAt" | "isAnnouncement"> & { elsewhere?: SaidElsewhere },
): Promise<Comment> {
  const { source, html, mentioned } = words;
  const id = randomUUID();
  const [comment] = await tx.db
    .insert(comments)
    .values({
      ...{ id, ...values, source, html },
      uri: elsewhere?.uri ?? env().ORIGIN + commentPath(event.slug, id),
      eventId: event.id,
      threadId: threadOf(answered),
      inReplyToId: answered?.id ?? null,
      createdAt: event.domain === null ? tx.now : notAfter(tx.now, elsewhere?.saidAt),
    })
    .returning();
  await keepMentions(tx, id, mentioned);
  const seen = values.status === "visible" ? "comment.added" : "comment.submitted";
  const kind = values.heldAt ? "comment.held" : seen;
  await record(tx, { kind, eventId: event.id, commentId: id });
  return comment!;
}

/**
 * Under our events what counts is when it came: hosts are told of what came since the last mail. Under others', when it was
 * said; but clocks may be wrong, and nothing was said in the time to come.
 */
function notAfter(now: Date, saidAt: Date | null | undefined): Date {
  return saidAt && saidAt < now ? saidAt : now;
}

async function findByUri({ db }: Context, uri: string): Promise<Comment | null> {
  const [said] = await db.select().from(comments).where(eq(comments.uri, uri));
  return said ?? null;
}

/** What nobody sees cannot be answered. */
async function getAnswered({ db }: Context, event: Event, id: string): Promise<Comment> {
  const { eventId, status, deletedAt } = comments;
  const [answered] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), eq(eventId, event.id), eq(status, "visible"), isNull(deletedAt)));
  if (!answered) throw notFound("comment_not_found");
  return answered;
}

async function findSaid({ db, now }: Context, event: Event, { authorId, answered, words }: Said) {
  const [last] = await db
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.eventId, event.id),
        eq(comments.authorId, authorId),
        gt(comments.createdAt, new Date(now.getTime() - TWICE_MINUTES * 60_000)),
        isNull(comments.deletedAt),
      ),
    )
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(1);
  return last?.source === words.source && last.inReplyToId === (answered?.id ?? null) ? last : null;
}
