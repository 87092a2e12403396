import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "../columns";
import { accounts } from "./accounts";
import { actors } from "./actors";

/** What moderators and administrators did, and why. Rows are only ever added. */
export const moderationLog = pgTable(
  "moderation_log",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Null: their account is gone. */
    moderatorId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    action: text().notNull(),
    /** The identity that it was about; null: none, or a thing. */
    actorId: uuid().references(() => actors.id, { onDelete: "set null" }),
    reason: text().notNull().default(""),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.actorId), index().on(t.moderatorId), index().on(t.createdAt)],
);
