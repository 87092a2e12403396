import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, randomId } from "../columns";
import { actors } from "./actors";
import { media } from "./media";

export const eventStatus = pgEnum("event_status", [
  "tentative",
  "confirmed",
  "cancelled",
  "postponed",
  "moved_online",
]);
export const eventVisibility = pgEnum("event_visibility", ["public", "unlisted"]);
export const joinMode = pgEnum("join_mode", ["free", "approval", "external", "none"]);

/** Something that happens at a time, announced by one identity. A draft is an event without `publishedAt`. */
export const events = pgTable(
  "events",
  {
    id: randomId(),
    /** Random, in every address of the event; unguessable, since unlisted events hang on it. */
    slug: text().notNull().unique(),
    uri: text().notNull().unique(),
    organizerId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    title: text().notNull(),
    description: text().notNull().default(""),
    descriptionHtml: text().notNull().default(""),
    /** Null only in a draft that does not know yet. */
    startsAt: instant(),
    endsAt: instant(),
    zone: text().notNull(),
    status: eventStatus().notNull().default("confirmed"),
    visibility: eventVisibility().notNull().default("public"),
    category: text().notNull().default("MEETING"),
    language: text().notNull().default("und"),
    pictureId: uuid().references(() => media.id, { onDelete: "set null" }),
    placeName: text().notNull().default(""),
    placeAddress: text().notNull().default(""),
    onlineUrl: text().notNull().default(""),
    joinMode: joinMode().notNull().default("free"),
    /** Places; null: as many as come. */
    capacity: integer(),
    /** iCalendar SEQUENCE (RFC 5545, 3.8.7.4): grows with every change that calendars must hear of. */
    sequence: integer().notNull().default(0),
    publishedAt: instant(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    check("events_end_after_start", sql`${t.endsAt} > ${t.startsAt}`),
    check("events_published_has_start", sql`${t.publishedAt} is null or ${t.startsAt} is not null`),
    check("events_capacity_positive", sql`${t.capacity} > 0`),
    index().on(t.organizerId, t.startsAt),
    index("events_listed_start")
      .on(t.startsAt, t.id)
      .where(sql`${t.publishedAt} is not null and ${t.visibility} = 'public'`),
    index("events_listed_end")
      .on(sql`coalesce(${t.endsAt}, ${t.startsAt})`, t.id)
      .where(sql`${t.publishedAt} is not null and ${t.visibility} = 'public'`),
    index().on(t.pictureId),
  ],
);

/** A word that an event is found by, folded to lower case. */
export const eventTags = pgTable(
  "event_tags",
  {
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    tag: text().notNull(),
    /** In the order in which the organiser typed them. */
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.tag] }), index().on(t.tag)],
);

export type Event = typeof events.$inferSelect;
