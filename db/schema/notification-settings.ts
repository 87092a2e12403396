import { boolean, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { actors } from "./actors";

/** What an identity wants mails about; no row: as lib/notifications proposes. */
export const notificationSettings = pgTable(
  "notification_settings",
  {
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    byMail: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.kind] })],
);
