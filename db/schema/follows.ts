import { index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, randomId } from "../columns";
import { actors } from "./actors";

export const followStatus = pgEnum("follow_status", ["pending", "accepted"]);

/** One actor wants to hear of what another announces. */
export const follows = pgTable(
  "follows",
  {
    id: randomId(),
    followerId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    followedId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    status: followStatus().notNull().default("accepted"),
    /** Id of the Follow activity; other servers quote it back. */
    uri: text().notNull().unique(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.followerId, t.followedId), index().on(t.followedId, t.status)],
);

export type Follow = typeof follows.$inferSelect;
