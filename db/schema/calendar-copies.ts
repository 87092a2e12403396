import { boolean, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { participations } from "./participations";

/** What a participant's calendar was last told of the event by mail, so that it hears of the next turn too. */
export const calendarCopies = pgTable("calendar_copies", {
  participationId: uuid()
    .primaryKey()
    .references(() => participations.id, { onDelete: "cascade" }),
  /** The SEQUENCE that it was told: what is told next has a higher one, or is taken for old (RFC 5546, 2.1.5). */
  sequence: integer().notNull(),
  /** The event stands in it; else it was taken out again. */
  isLive: boolean().notNull(),
});
