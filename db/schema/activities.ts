import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { actors } from "./actors";

/** "ignored": it asks for nothing here; "refused": they may not; "unknown": a form that nobody here reads. */
export const receivedOutcome = pgEnum("received_outcome", ["handled", "ignored", "refused", "unknown"]);

/** What other servers sent, each once: as it is, until it was handled and for some days after. */
export const receivedActivities = pgTable(
  "received_activities",
  {
    id: id(),
    actorUri: text().notNull(),
    activityUri: text().notNull(),
    /** SHA-256 of the bytes: some servers use the same id again for an Update. */
    digest: text().notNull(),
    type: text().notNull(),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    receivedAt: createdAt(),
    handledAt: instant(),
    outcome: receivedOutcome(),
    /** Why it was not handled, as a slug. */
    reason: text().notNull().default(""),
  },
  (t) => [
    unique().on(t.actorUri, t.activityUri, t.digest),
    index().on(t.receivedAt),
    index("received_activities_unknown").on(t.receivedAt).where(sql`${t.outcome} in ('unknown', 'refused')`),
  ],
);

/** What this server says to others: its bytes are the same for all who get it. */
export const sentActivities = pgTable(
  "sent_activities",
  {
    id: id(),
    /** The activity's id, and for which kind of software it is written: said once. */
    uri: text().notNull(),
    form: text().notNull().default(""),
    /** Who says and signs it. */
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    body: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.uri, t.form), index().on(t.actorId), index().on(t.createdAt)],
);

/** That an inbox is still to get something. Goes when it has, or when there is no hope. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    sentActivityId: uuid()
      .notNull()
      .references(() => sentActivities.id, { onDelete: "cascade" }),
    inbox: text().notNull(),
    /** Of the inbox, with its port: what goes there goes one after the other. */
    domain: text().notNull(),
    /** How often the inbox did not take it. */
    failures: integer().notNull().default(0),
    /** This one is not tried before; null: its turn is its server's. */
    retryAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.sentActivityId, t.inbox), index().on(t.domain, t.id)],
);

/** Which inboxes have ever heard of an identity of this server: when it goes, they hear of that too, and no others. */
export const toldInboxes = pgTable(
  "told_inboxes",
  {
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    inbox: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.inbox] })],
);

export type ReceivedActivity = typeof receivedActivities.$inferSelect;
export type SentActivity = typeof sentActivities.$inferSelect;
