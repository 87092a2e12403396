import {
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "../columns";
import { events } from "./events";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What events are found by: a narrow copy of those that stand in lists, written in the transaction that changes the
 * event. `document` also holds marks for region, month, category and tags, so that one index answers for all of them.
 */
export const eventSearch = pgTable(
  "event_search",
  {
    eventId: uuid()
      .primaryKey()
      .references(() => events.id, { onDelete: "cascade" }),
    startsAt: instant().notNull(),
    /** When it is over, as far as anybody knows. */
    endsAt: instant().notNull(),
    /** Degrees; null: online, or not known. Rounded where the address is hidden. */
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    isOnline: boolean().notNull(),
    organizerId: uuid().notNull(),
    category: text().notNull(),
    language: text().notNull(),
    status: text().notNull(),
    document: tsvector().notNull(),
  },
  (t) => [
    index("event_search_document").using("gin", t.document),
    // Its end too: whether it is over is then told without reading the row.
    index("event_search_start").on(t.startsAt, t.eventId, t.endsAt),
    index("event_search_end").on(t.endsAt, t.eventId),
    index("event_search_organizer").on(t.organizerId, t.startsAt),
  ],
);

/** Words that titles, tags and places are made of, folded: what a mistyped word is compared with. */
export const searchWords = pgTable(
  "search_words",
  {
    word: text().primaryKey(),
    uses: integer().notNull().default(1),
  },
  (t) => [index("search_words_similar").using("gin", t.word.op("gin_trgm_ops"))],
);
