import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, randomId } from "../columns";
import { actors } from "./actors";
import { events } from "./events";

/** A host asked somebody to come. */
export const eventInvitations = pgTable(
  "event_invitations",
  {
    id: randomId(),
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    /** Null: who asked is gone. */
    invitedById: uuid().references(() => actors.id, { onDelete: "set null" }),
    /** Id of the Invite; other servers quote it back. */
    uri: text().notNull().unique(),
    createdAt: createdAt(),
    /** When they said yes, maybe or no: their participation tells which. */
    answeredAt: instant(),
  },
  (t) => [unique().on(t.eventId, t.actorId), index().on(t.actorId), index().on(t.invitedById)],
);

export type EventInvitation = typeof eventInvitations.$inferSelect;
