import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "../columns";
import { actors } from "./actors";
import { events } from "./events";

/** Somebody of another server handed on an event to those who follow them. Counted nowhere. */
export const eventShares = pgTable(
  "event_shares",
  {
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.eventId] }), index().on(t.eventId)],
);
