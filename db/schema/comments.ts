import { sql } from "drizzle-orm";
import { boolean, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, randomId } from "../columns";
import { actors } from "./actors";
import { events } from "./events";

export const commentStatus = pgEnum("comment_status", ["visible", "waiting", "refused", "removed"]);

/** What somebody says under an event. Deleted ones stay as long as somebody answered them, without their words. */
export const comments = pgTable(
  "comments",
  {
    id: randomId(),
    uri: text().notNull().unique(),
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    authorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    /** The comment that began the thread; null: this one. */
    threadId: uuid(),
    /** The comment that it answers; null: the event. */
    inReplyToId: uuid(),
    source: text().notNull(),
    html: text().notNull(),
    status: commentStatus().notNull().default("visible"),
    /** Said by a host to all who come. */
    isAnnouncement: boolean().notNull().default(false),
    isPinned: boolean().notNull().default(false),
    /** Null: as it was written first. */
    editedAt: instant(),
    deletedAt: instant(),
    /** When moderators took it away, and its status is "removed"; null: they did not. */
    removedAt: instant(),
    /** Since when it waits for moderators instead of hosts; null: it does not. */
    heldAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.eventId, t.createdAt),
    index().on(t.threadId, t.createdAt),
    index().on(t.authorId),
    index().on(t.inReplyToId),
    index("comments_removed").on(t.removedAt).where(sql`${t.removedAt} is not null`),
    index("comments_held").on(t.heldAt, t.id).where(sql`${t.heldAt} is not null`),
  ],
);

/** Whom a comment names with @. */
export const commentMentions = pgTable(
  "comment_mentions",
  {
    commentId: uuid()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.actorId] }), index().on(t.actorId)],
);

export type Comment = typeof comments.$inferSelect;
