import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, randomId } from "../columns";
import { actors } from "./actors";
import { events } from "./events";
import { participationStatus, participations } from "./participations";

/** What a host tells those who take part in one of some ways, now or at a time. */
export const announcements = pgTable(
  "announcements",
  {
    id: randomId(),
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** Null: whoever wrote it is gone. */
    authorId: uuid().references(() => actors.id, { onDelete: "set null" }),
    /** Where its readers stand when it goes out. */
    statuses: participationStatus().array().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** Id of the message, for other servers. */
    uri: text().notNull().unique(),
    /** When it is to go out. */
    sendAt: instant().notNull(),
    /** When it did: from then on its readers are in `announcement_recipients`. */
    sentAt: instant(),
    cancelledAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.eventId, t.sendAt),
    index().on(t.authorId),
    index("announcements_due").on(t.sendAt).where(sql`${t.sentAt} is null and ${t.cancelledAt} is null`),
  ],
);

/** Who is told: settled in the moment in which it goes out. */
export const announcementRecipients = pgTable(
  "announcement_recipients",
  {
    announcementId: uuid()
      .notNull()
      .references(() => announcements.id, { onDelete: "cascade" }),
    participationId: uuid()
      .notNull()
      .references(() => participations.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.announcementId, t.participationId] }), index().on(t.participationId)],
);

export type Announcement = typeof announcements.$inferSelect;
