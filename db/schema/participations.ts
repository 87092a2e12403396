import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant, randomId } from "../columns";
import { actors } from "./actors";
import { eventQuestions } from "./event-questions";
import { events } from "./events";

export const participationStatus = pgEnum("participation_status", [
  /** By e-mail, and the address is not known to be theirs. */
  "unconfirmed",
  "pending",
  "waitlisted",
  /** A place is held for them until `offerEndsAt`. */
  "offered",
  "approved",
  "maybe",
  "declined",
  "rejected",
  "left",
]);

/**
 * What somebody of another server said last: of two words of the same moment the later in this list counts (EveryCal's
 * order).
 */
export const participationWord = pgEnum("participation_word", [
  "join",
  "accept",
  "tentative",
  "reject",
  "leave",
]);

/** One identity's, or one e-mail address's, answer to one event. */
export const participations = pgTable(
  "participations",
  {
    id: randomId(),
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    actorId: uuid().references(() => actors.id, { onDelete: "cascade" }),
    /** Set instead of `actorId` for those who take part by e-mail; in lower case, seen by nobody but mail. */
    email: text(),
    /** What those who take part by e-mail want to be called; may be empty. Identities have their own. */
    name: text().notNull().default(""),
    /** In which language and zone they are written to; null: identities, whose accounts say it. */
    locale: text(),
    zone: text(),
    status: participationStatus().notNull(),
    /** What they wrote to the organisers; nobody else reads it. */
    message: text().notNull().default(""),
    /** Whom they bring along. */
    adults: smallint().notNull().default(0),
    children: smallint().notNull().default(0),
    /** Places that they take if they are in: themselves and whom they bring. */
    seats: smallint().notNull().generatedAlwaysAs(sql`1 + adults + children`),
    /** Other participants do not see that they come; hosts do. */
    isHidden: boolean().notNull().default(false),
    /** Their place in the waiting line, the lowest first; null: not in it. */
    waitRank: bigint({ mode: "number" }),
    offerEndsAt: instant(),
    /** Why a host refused, as the participant is told. */
    reason: text().notNull().default(""),
    /** Where they stood before a host decided, so that it can be undone. Unconfirmed: what their answer is to become. */
    statusBefore: participationStatus(),
    /** Their place in the line then; null: they were not in it. */
    rankBefore: bigint({ mode: "number" }),
    /** Id of the Join activity; other servers quote it back in Accept and Reject. */
    uri: text().notNull().unique(),
    /** What a participant of another server said last, and when, as that server tells; null: of this one. */
    said: participationWord(),
    saidAt: instant(),
    /** With "left": the server of the event takes no answers, so nobody there heard of theirs. */
    decidedAt: instant(),
    createdAt: createdAt(),
    /** Name, address and words were forgotten when their time was over: the row is left to be counted. */
    forgottenAt: instant(),
  },
  (t) => [
    check(
      "participations_one_participant",
      sql`num_nonnulls(${t.actorId}, ${t.email}) = 1 or (${t.actorId} is null and ${t.email} is null and ${t.forgottenAt} is not null)`,
    ),
    check("participations_guests", sql`${t.adults} between 0 and 20 and ${t.children} between 0 and 20`),
    check("participations_rank", sql`(${t.status} = 'waitlisted') = (${t.waitRank} is not null)`),
    check("participations_offer", sql`(${t.status} = 'offered') = (${t.offerEndsAt} is not null)`),
    unique().on(t.eventId, t.actorId),
    unique().on(t.eventId, t.email),
    index().on(t.eventId, t.status, t.createdAt, t.id),
    index("participations_seats").on(t.eventId, t.status, t.seats),
    /** Who comes, as others see it: in an order that tells nothing of who came together. */
    index("participations_shown")
      .on(t.eventId, t.id)
      .where(sql`${t.status} = 'approved' and ${t.actorId} is not null and not ${t.isHidden}`),
    index("participations_line").on(t.eventId, t.waitRank).where(sql`${t.waitRank} is not null`),
    index().on(t.actorId, t.status),
    index("participations_offers").on(t.offerEndsAt).where(sql`${t.offerEndsAt} is not null`),
    index("participations_unconfirmed").on(t.createdAt).where(sql`${t.status} = 'unconfirmed'`),
  ],
);

/** What somebody answered to one question; several entries where several may be chosen. Hosts alone read it. */
export const participationAnswers = pgTable(
  "participation_answers",
  {
    participationId: uuid()
      .notNull()
      .references(() => participations.id, { onDelete: "cascade" }),
    questionId: uuid()
      .notNull()
      .references(() => eventQuestions.id, { onDelete: "cascade" }),
    value: jsonb().$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.participationId, t.questionId] }), index().on(t.questionId)],
);

export type Participation = typeof participations.$inferSelect;
