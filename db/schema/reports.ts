import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, randomId } from "../columns";
import { accounts } from "./accounts";
import { actors } from "./actors";
import { comments } from "./comments";
import { events } from "./events";

export const reportedKind = pgEnum("reported_kind", ["event", "comment", "identity"]);
export const reportCategory = pgEnum("report_category", [
  "spam",
  "hateful",
  "dangerous",
  "misleading",
  "illegal",
  "other",
]);
export const caseStatus = pgEnum("case_status", ["open", "closed"]);

/** A thing as it was when it was first reported: it may be changed or gone by the time somebody looks. */
export type Copy = { title: string; text: string; html: string; url: string; at: string | null };

/** What moderators decide about: one thing, however many reported it, until they close it. */
export const reportCases = pgTable(
  "report_cases",
  {
    id: randomId(),
    kind: reportedKind().notNull(),
    /** Whose it is, or who it is. */
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    /** The event, or the one a comment stands under; null: an identity, or the event is gone. */
    eventId: uuid().references(() => events.id, { onDelete: "set null" }),
    /** Null: no comment, or it is gone. */
    commentId: uuid().references(() => comments.id, { onDelete: "set null" }),
    /** The id of the event, comment or identity, also when it is gone. */
    thingId: uuid().notNull(),
    copy: jsonb().$type<Copy>().notNull(),
    status: caseStatus().notNull().default("open"),
    reportCount: integer().notNull().default(0),
    /** Whoever looks after it; null: nobody yet. */
    assigneeId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    /** What those who reported it are told; empty: that it was looked at. */
    answer: text().notNull().default(""),
    closedAt: instant(),
    createdAt: createdAt(),
    reportedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("report_cases_one_open").on(t.kind, t.thingId).where(sql`${t.status} = 'open'`),
    index().on(t.status, t.reportedAt, t.id),
    index().on(t.assigneeId, t.status, t.reportedAt),
    index().on(t.actorId, t.reportedAt),
    index().on(t.eventId),
    index().on(t.commentId),
    check("report_cases_closed", sql`(${t.status} = 'closed') = (${t.closedAt} is not null)`),
  ],
);

/** What somebody says is wrong with it. */
export const reports = pgTable(
  "reports",
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => reportCases.id, { onDelete: "cascade" }),
    /** An identity, of here or elsewhere; null: by e-mail, or gone. */
    reporterId: uuid().references(() => actors.id, { onDelete: "set null" }),
    /** Of somebody without an account; null: an identity, or forgotten when the case was closed. */
    email: text(),
    /** In which they are answered; null for identities. */
    locale: text(),
    category: reportCategory().notNull(),
    words: text().notNull().default(""),
    /** They want the server it came from to hear of it, without their name. */
    isForwarded: boolean().notNull().default(false),
    /** What the server noticed by itself; null: somebody reports. */
    noticed: text(),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.caseId, t.reporterId),
    unique().on(t.caseId, t.email),
    unique().on(t.caseId, t.noticed),
    index().on(t.reporterId),
  ],
);

/** What moderators write to each other about a case. */
export const reportNotes = pgTable(
  "report_notes",
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => reportCases.id, { onDelete: "cascade" }),
    /** Null: their account is gone. */
    authorId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    text: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.caseId, t.createdAt), index().on(t.authorId)],
);

export type ReportCase = typeof reportCases.$inferSelect;
export type Report = typeof reports.$inferSelect;
export type ReportNote = typeof reportNotes.$inferSelect;
