import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns";
import { events } from "./events";

/** What is known of an event of another server beside what every event has. Who comes is counted there. */
export const remoteEvents = pgTable(
  "remote_events",
  {
    eventId: uuid()
      .primaryKey()
      .references(() => events.id, { onDelete: "cascade" }),
    /** Its page for people, at home. */
    url: text().notNull(),
    /** When it was changed there, as it says; null: it does not. */
    changedAt: instant(),
    capacity: integer(),
    /** How many come; null: not told. */
    participantCount: integer(),
    remainingCapacity: integer(),
    /** Where its picture is: fetched when this changes. */
    pictureUrl: text(),
    /** What it says of its picture: kept until that was fetched. */
    pictureAlt: text().notNull().default(""),
    /** The collection of what is said under it. */
    replies: text(),
    /** Whether its server has shown it to a few only since it came here: what is said under it is for them alone. */
    isForFew: boolean().notNull().default(false),
    refreshedAt: instant().notNull(),
  },
  (t) => [index().on(t.refreshedAt)],
);

export type RemoteEvent = typeof remoteEvents.$inferSelect;
