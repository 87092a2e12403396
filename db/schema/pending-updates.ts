import { jsonb, pgTable, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns";
import { type Event, events } from "./events";

/** Of which changes people who come are told; beside them, of another country. */
export const toldColumns = [
  "title",
  "startsAt",
  "endsAt",
  "zone",
  "placeName",
  "placeAddress",
  "latitude",
  "longitude",
  "onlineUrl",
  "status",
] as const satisfies (keyof Event)[];

/** What an event said, as far as it is told; instants as ISO 8601, the country as two letters or empty. */
export type Told = Record<(typeof toldColumns)[number], string | number | null> & { country: string };

/** What an announced event said before each change, the first first, until those who come are told of it. */
export const pendingUpdates = pgTable("pending_updates", {
  eventId: uuid()
    .primaryKey()
    .references(() => events.id, { onDelete: "cascade" }),
  steps: jsonb().$type<{ at: string; before: Told }[]>().notNull(),
  /** Of the first. */
  since: instant().notNull(),
});
