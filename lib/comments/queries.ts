import { and, asc, eq, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { media } from "@/db/schema/media";
import { prepared } from "@/lib/core/prepared";
import { avatarColumns, faceColumns } from "@/lib/identities/queries";
import { type Thread, threadsOf } from "./threads";

export const THREADS_PER_PAGE = 20;
/** More answers are shown when somebody asks for them. */
const ANSWERS_SHOWN = 5;

/** A page of what was said; `threads` counts all of the event, `total` every comment that can be read. */
export type CommentPage = { threads: Thread[]; threadCount: number; total: number };

type Asked = { eventId: string; page: number; unfolded?: string };

/**
 * What was said under an event and can be read by everybody, in one query: the pinned thread first, then the newest.
 * `page` counts from 1; `unfolded` is a thread of which all answers are shown.
 */
export async function listThreads(db: Database, { eventId, page, unfolded }: Asked): Promise<CommentPage> {
  const offset = (page - 1) * THREADS_PER_PAGE;
  const rows = await threads(db).execute({ eventId, offset, unfolded: unfolded ?? null });
  const [first] = rows;
  const said = rows.map(({ comment, face, avatar, isGone, answers }) => ({
    total: answers,
    said: isGone
      ? { ...comment, html: "", isPinned: false, isAnnouncement: false, editedAt: null, author: null }
      : { ...comment, author: { ...face, avatar } },
  }));
  return { threads: threadsOf(said), threadCount: first?.threadCount ?? 0, total: first?.total ?? 0 };
}

const others = alias(comments, "others");
const otherAuthors = alias(actors, "other_authors");

/** Everybody may read it. Whoever is gone says nothing any more, also while the job that erases it still runs. */
function isRead(comment: typeof comments | typeof others, author: typeof actors | typeof otherAuthors): SQL {
  return sql`(${comment.status} = 'visible' and ${comment.deletedAt} is null and ${author.deletedAt} is null)`;
}

/** Of the thread that `comments` begins. */
function answersWith(condition: SQL): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${comments} as "others"
    inner join ${actors} as "other_authors" on ${otherAuthors.id} = ${others.authorId}
    where ${others.threadId} = ${comments.id} and ${isRead(others, otherAuthors)} and ${condition})`;
}

/** The threads of an event that have something to read, in their order. */
function orderedThreads(db: Database, eventId: SQL | string) {
  const isItself = sql`(${comments.isPinned} and ${isRead(comments, actors)})`;
  const isPinned = sql`(${isItself} or ${answersWith(sql`${others.isPinned}`)})`;
  const order = sql`${isPinned} desc, ${comments.createdAt} desc, ${comments.id} desc`;
  return db
    .select({
      rootId: sql<string>`${comments.id}`.as("root_id"),
      place: sql<number>`(row_number() over (order by ${order}))::int`.as("place"),
      threadCount: sql<number>`(count(*) over ())::int`.as("thread_count"),
    })
    .from(comments)
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .where(
      and(
        sql`${comments.eventId} = ${eventId}`,
        isNull(comments.threadId),
        or(isRead(comments, actors), answersWith(sql`true`)),
      ),
    );
}

const { id, uri, html, createdAt, editedAt, isPinned, isAnnouncement, threadId, inReplyToId } = comments;

/** The threads of one page. */
function pageOfThreads(db: Database, eventId: SQL) {
  const page = orderedThreads(db, eventId)
    .orderBy(sql`place`)
    .limit(THREADS_PER_PAGE)
    .offset(sql.placeholder("offset"));
  return db.$with("page").as(page);
}

/** What can be read in them, numbered within each thread: 0 is what began it. */
function placedComments(db: Database, page: ReturnType<typeof pageOfThreads>) {
  const thread = sql`partition by ${page.rootId}`;
  const inOrder = sql`${isPinned} desc, ${createdAt}, ${id}`;
  const number = sql<number>`case when ${threadId} is null then 0 else
    row_number() over (${thread}, ${threadId} is null order by ${inOrder}) end`;
  const placed = db
    .select({
      commentId: sql<string>`${id}`.as("comment_id"),
      thread: sql<string>`${page.rootId}`.as("thread"),
      threadPlace: sql<number>`${page.place}`.as("thread_place"),
      threadTotal: sql<number>`${page.threadCount}`.as("thread_total"),
      number: number.as("number"),
      answers: sql<number>`(count(${threadId}) over (${thread}))::int`.as("answers"),
      isGone: sql<boolean>`not ${isRead(comments, actors)}`.as("is_gone"),
    })
    .from(page)
    .innerJoin(comments, or(eq(id, page.rootId), eq(threadId, page.rootId)))
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .where(or(isNull(threadId), isRead(comments, actors)));
  return db.$with("placed").as(placed);
}

function totalOf(eventId: SQL): SQL<number> {
  return sql<number>`(select count(*)::int from ${comments} as "others"
    inner join ${actors} as "other_authors" on ${otherAuthors.id} = ${others.authorId}
    where ${others.eventId} = ${eventId} and ${isRead(others, otherAuthors)})`;
}

const threads = prepared((db) => {
  const eventId = sql`${sql.placeholder("eventId")}::text::uuid`;
  const page = pageOfThreads(db, eventId);
  const placed = placedComments(db, page);
  const isUnfolded = sql`${placed.thread} = ${sql.placeholder("unfolded")}::text::uuid`;
  return db
    .with(page, placed)
    .select({
      comment: { id, uri, html, createdAt, editedAt, isPinned, isAnnouncement, threadId, inReplyToId },
      face: faceColumns,
      avatar: avatarColumns,
      isGone: placed.isGone,
      answers: placed.answers,
      threadCount: placed.threadTotal,
      total: totalOf(eventId),
    })
    .from(placed)
    .innerJoin(comments, eq(id, placed.commentId))
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(or(lte(placed.number, ANSWERS_SHOWN), isUnfolded))
    .orderBy(asc(placed.threadPlace), asc(placed.number))
    .prepare("comment_threads");
});

/** On which page a comment stands, and the thread it is in; null if nobody can read it. */
export async function findPlace(
  db: Database,
  eventId: string,
  commentId: string,
): Promise<{ page: number; threadId: string } | null> {
  const [found] = await db
    .select({ id, threadId })
    .from(comments)
    .where(and(eq(id, commentId), eq(comments.eventId, eventId)));
  if (!found) return null;
  const rootId = found.threadId ?? found.id;
  const ordered = orderedThreads(db, eventId).as("ordered");
  const [placed] = await db.select({ place: ordered.place }).from(ordered).where(eq(ordered.rootId, rootId));
  return placed ? { page: Math.ceil(placed.place / THREADS_PER_PAGE), threadId: rootId } : null;
}
