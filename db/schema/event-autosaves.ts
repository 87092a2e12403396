import { integer, jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns";
import { actors } from "./actors";

/**
 * What somebody typed into an event's form and has not saved yet. The event itself may not exist: its id is made with
 * the form.
 */
export const eventAutosaves = pgTable(
  "event_autosaves",
  {
    eventId: uuid().notNull(),
    editorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    values: jsonb().$type<Record<string, string | string[]>>().notNull(),
    /** The version of the event that the form was opened with. */
    baseVersion: integer().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.editorId] })],
);
