import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, randomId } from "../columns";
import { actors } from "./actors";
import { events } from "./events";

export const participationStatus = pgEnum("participation_status", [
  "unconfirmed",
  "pending",
  "waitlisted",
  "approved",
  "rejected",
  "left",
]);

/** One identity's, or one e-mail address's, wish to take part in one event. */
export const participations = pgTable(
  "participations",
  {
    id: randomId(),
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    actorId: uuid().references(() => actors.id, { onDelete: "cascade" }),
    /** Set instead of `actorId` for guests, who have no identity. */
    email: text(),
    status: participationStatus().notNull(),
    /** What they wrote to the organisers; nobody else reads it. */
    message: text().notNull().default(""),
    /** Id of the Join activity; other servers quote it back in Accept and Reject. */
    uri: text().notNull().unique(),
    decidedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    check("participations_one_participant", sql`num_nonnulls(${t.actorId}, ${t.email}) = 1`),
    unique().on(t.eventId, t.actorId),
    unique().on(t.eventId, t.email),
    index().on(t.eventId, t.status, t.createdAt),
    index().on(t.actorId, t.status),
  ],
);

export type Participation = typeof participations.$inferSelect;
