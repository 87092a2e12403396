import { index, pgTable, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "../columns";
import { actors } from "./actors";
import { media } from "./media";

/** A picture for a text that is still being written. Once it is saved with its event, the event keeps it. */
export const pictureUploads = pgTable(
  "picture_uploads",
  {
    mediaId: uuid()
      .primaryKey()
      .references(() => media.id, { onDelete: "cascade" }),
    /** Of the form; the event itself may not exist yet. */
    eventId: uuid().notNull(),
    uploaderId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.eventId), index().on(t.uploaderId), index().on(t.createdAt)],
);
