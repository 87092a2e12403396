import { index, pgEnum, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "../columns";
import { actors } from "./actors";
import { events } from "./events";

export const hostStatus = pgEnum("host_status", ["invited", "accepted", "declined"]);

/** An identity that was asked to host an event with its organiser. */
export const eventHosts = pgTable(
  "event_hosts",
  {
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    status: hostStatus().notNull().default("invited"),
    /** Null: who asked is gone. */
    invitedById: uuid().references(() => actors.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    decidedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.actorId] }), index().on(t.actorId, t.status)],
);

/** Who can be asked about an event, in the order in which they are named. */
export const eventContacts = pgTable(
  "event_contacts",
  {
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.actorId] }), index().on(t.actorId)],
);

export type EventHost = typeof eventHosts.$inferSelect;
