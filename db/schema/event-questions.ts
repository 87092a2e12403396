import { boolean, index, jsonb, pgEnum, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, randomId } from "../columns";
import { events } from "./events";

export const questionKind = pgEnum("question_kind", ["text", "choice", "several", "number", "consent"]);

/** What the hosts want to know from those who take part. */
export const eventQuestions = pgTable(
  "event_questions",
  {
    id: randomId(),
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    position: smallint().notNull(),
    kind: questionKind().notNull(),
    label: text().notNull(),
    isRequired: boolean().notNull().default(false),
    /** What can be chosen; empty for the kinds without a choice. */
    choices: jsonb().$type<string[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.eventId, t.position)],
);

export type EventQuestion = typeof eventQuestions.$inferSelect;
