import { jsonb, pgTable, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns";
import { type Event, events } from "./events";

/** Of which changes people who come are told. */
export const toldColumns = [
  "title",
  "startsAt",
  "endsAt",
  "zone",
  "placeName",
  "placeAddress",
  "onlineUrl",
  "status",
] as const satisfies (keyof Event)[];

/** What an announced event said before it was changed, until those who come are told of it. */
export const pendingUpdates = pgTable("pending_updates", {
  eventId: uuid()
    .primaryKey()
    .references(() => events.id, { onDelete: "cascade" }),
  before: jsonb().$type<Record<(typeof toldColumns)[number], string | null>>().notNull(),
  since: instant().notNull(),
});
