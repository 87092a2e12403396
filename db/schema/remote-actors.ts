import { boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns";
import { actors } from "./actors";

/** What is known of an actor of another server beside its face. */
export const remoteActors = pgTable(
  "remote_actors",
  {
    actorId: uuid()
      .primaryKey()
      .references(() => actors.id, { onDelete: "cascade" }),
    inbox: text().notNull(),
    /** Where its whole server takes deliveries; null: each actor has only its own. */
    sharedInbox: text(),
    outbox: text(),
    /** The id of its collection of followers: addressed by it, something is meant for them. */
    followers: text(),
    /** The collection of what comes next, if it tells one. */
    upcomingEvents: text(),
    /** Its page for people. */
    url: text().notNull(),
    /** Where its pictures are: fetched when this changes. */
    avatarUrl: text(),
    bannerUrl: text(),
    /** Its followers wait until somebody lets them. */
    isLocked: boolean().notNull().default(false),
    refreshedAt: instant().notNull(),
  },
  (t) => [index().on(t.refreshedAt)],
);

export type RemoteActor = typeof remoteActors.$inferSelect;
