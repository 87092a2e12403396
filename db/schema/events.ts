import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, randomId } from "../columns";
import { actors } from "./actors";
import { media } from "./media";
import { places } from "./places";

export const eventStatus = pgEnum("event_status", [
  "tentative",
  "confirmed",
  "cancelled",
  "postponed",
  "moved_online",
]);
export const eventVisibility = pgEnum("event_visibility", ["public", "unlisted"]);
export const commentsPolicy = pgEnum("comments_policy", ["open", "moderated", "closed"]);
/** Who sees the list of those who come. "hidden" hides their number too. */
export const guestList = pgEnum("guest_list", ["everybody", "participants", "hosts", "hidden"]);
export const joinMode = pgEnum("join_mode", ["free", "approval", "external", "none"]);
/**
 * What happens when a place frees: the first in line is in, is offered it for some hours, or waits for a host.
 * "closed": nobody can wait; whoever did before moves up by itself.
 */
export const waitlist = pgEnum("waitlist", ["automatic", "offer", "manual", "closed"]);

/** "moderators" took it away; "suspension": its organiser is out of sight, and it comes back with them. */
export const eventRemoval = pgEnum("event_removal", ["moderators", "suspension"]);

/** One fact about an event beyond its columns; `title` only for pairs of the organiser's own. */
export type EventMetadata = { key: string; value: string; title?: string };

/** Something that happens at a time, announced by one identity. A draft is an event without `publishedAt`. */
export const events = pgTable(
  "events",
  {
    id: randomId(),
    /** Random, in every address of the event; unguessable, since unlisted events hang on it. */
    slug: text().notNull().unique(),
    uri: text().notNull().unique(),
    /** The server that it comes from; null: here. What only that server knows stands in `remote_events`. */
    domain: text(),
    organizerId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    /** Identities that accepted to host it with the organiser (`event_hosts`): they manage it too. */
    hostIds: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    title: text().notNull(),
    description: text().notNull().default(""),
    descriptionHtml: text().notNull().default(""),
    /** Null only in a draft that does not know yet. */
    startsAt: instant(),
    endsAt: instant(),
    /** When it was announced to begin at first; null: it still does. */
    previousStartsAt: instant(),
    zone: text().notNull(),
    status: eventStatus().notNull().default("confirmed"),
    visibility: eventVisibility().notNull().default("public"),
    category: text().notNull().default("MEETING"),
    language: text().notNull().default("und"),
    pictureId: uuid().references(() => media.id, { onDelete: "set null" }),
    /** What must stay in sight when the picture is cropped, in percent from the left and from the top. */
    focusX: smallint().notNull().default(50),
    focusY: smallint().notNull().default(50),
    /** Null: typed by hand, online, or not known yet. */
    placeId: uuid().references(() => places.id, { onDelete: "set null" }),
    placeName: text().notNull().default(""),
    placeAddress: text().notNull().default(""),
    /** Degrees (WGS 84); null: not known. Rounded by whoever shows a hidden address. */
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    /** Only those who take part learn the address; everybody else the town. */
    isAddressHidden: boolean().notNull().default(false),
    onlineUrl: text().notNull().default(""),
    phone: text().notNull().default(""),
    priceNote: text().notNull().default(""),
    ticketUrl: text().notNull().default(""),
    /** Accessibility, streams, pads and pairs of their own, as Mobilizon names them. */
    metadata: jsonb().$type<EventMetadata[]>().notNull().default([]),
    commentsPolicy: commentsPolicy().notNull().default("open"),
    /** Between two comments of one identity; the server may ask for more. */
    commentsPauseSeconds: integer().notNull().default(0),
    guestList: guestList().notNull().default("hosts"),
    /** How many somebody may bring along. */
    guestsAllowed: smallint().notNull().default(0),
    /** Where people take part if not here. */
    externalJoinUrl: text().notNull().default(""),
    joinMode: joinMode().notNull().default("free"),
    /** Places; null: as many as come. */
    capacity: integer(),
    /** Of these, how many the hosts give away by hand. */
    placesAside: integer().notNull().default(0),
    waitlist: waitlist().notNull().default("automatic"),
    /** How long a place is held for whoever is offered it. */
    offerHours: smallint().notNull().default(24),
    /** So many hours before the start nobody moves up by itself any more. */
    waitlistStopsHours: smallint().notNull().default(0),
    /** Whether people without an account can take part, by e-mail. */
    isOpenToMail: boolean().notNull().default(true),
    /** Days after the end for which addresses, words and answers of those who took part are kept. */
    retentionDays: smallint().notNull().default(30),
    /** When they were forgotten; null: not yet. */
    participantsForgottenAt: instant(),
    /** iCalendar SEQUENCE (RFC 5545, 3.8.7.4): grows with every change that calendars must hear of. */
    sequence: integer().notNull().default(0),
    publishedAt: instant(),
    /** When a draft publishes itself; null: by hand. */
    publishAt: instant(),
    /** Since when a draft that its organiser wants to announce waits for moderators; null: it does not. */
    heldAt: instant(),
    /** Grows with every save: who edits an older one is told what changed. */
    version: integer().notNull().default(0),
    /** Deleted a moment ago: seen by nobody, and gone for good when the time for second thoughts is over. */
    deletedAt: instant(),
    /** Why it is not seen, if it was not its organiser who deleted it; null: that, or it is seen. */
    removal: eventRemoval(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    check("events_end_after_start", sql`${t.endsAt} > ${t.startsAt}`),
    check("events_published_has_start", sql`${t.publishedAt} is null or ${t.startsAt} is not null`),
    check("events_capacity_positive", sql`${t.capacity} > 0`),
    check("events_point", sql`num_nonnulls(${t.latitude}, ${t.longitude}) <> 1`),
    check("events_focus", sql`${t.focusX} between 0 and 100 and ${t.focusY} between 0 and 100`),
    check("events_places_aside", sql`${t.placesAside} >= 0`),
    check("events_offer_hours", sql`${t.offerHours} between 1 and 336`),
    check("events_waitlist_stops", sql`${t.waitlistStopsHours} between 0 and 336`),
    check("events_retention", sql`${t.retentionDays} between 1 and 730`),
    check("events_comments_pause", sql`${t.commentsPauseSeconds} between 0 and 3600`),
    check("events_guests_allowed", sql`${t.guestsAllowed} between 0 and 20`),
    index().on(t.organizerId, t.startsAt),
    // What lists count and pass over is all in it; the rows of what is over, or only counted, are not read.
    index("events_listed_start")
      .on(t.startsAt, t.id, sql`coalesce(${t.endsAt}, ${t.startsAt})`, t.endsAt, t.category)
      .where(sql`${t.publishedAt} is not null and ${t.visibility} = 'public' and ${t.deletedAt} is null`),
    index("events_listed_end")
      .on(sql`coalesce(${t.endsAt}, ${t.startsAt})`, t.id)
      .where(sql`${t.publishedAt} is not null and ${t.visibility} = 'public'`),
    index().on(t.pictureId),
    index().on(t.placeId, t.startsAt),
    index("events_hosts").using("gin", t.hostIds),
    index("events_to_publish")
      .on(t.publishAt)
      .where(sql`${t.publishedAt} is null and ${t.publishAt} is not null`),
    index("events_held").on(t.heldAt, t.id).where(sql`${t.heldAt} is not null`),
    /** What took place, and of which it is still known who took part; also what was moved to a later time since. */
    index("events_to_forget")
      .on(sql`coalesce(${t.endsAt}, ${t.startsAt})`)
      .where(
        sql`${t.participantsForgottenAt} is null or ${t.participantsForgottenAt} < coalesce(${t.endsAt}, ${t.startsAt})`,
      ),
    /** What a server brought, the newest first. */
    index("events_domain").on(t.domain, t.createdAt).where(sql`${t.domain} is not null`),
    index("events_deleted").on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
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
    /** When the event begins, as it says itself: what comes next with a tag is found by it. Null only in drafts. */
    startsAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.tag] }),
    index("event_tags_start").on(t.tag, t.startsAt, t.eventId),
  ],
);

/** A picture in the text of an event: kept as long as a text shows it. */
export const eventPictures = pgTable(
  "event_pictures",
  {
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    mediaId: uuid()
      .notNull()
      .references(() => media.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.mediaId] }), index().on(t.mediaId)],
);

export type Event = typeof events.$inferSelect;
