import { bigint, boolean, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "../columns";
import { accounts } from "./accounts";
import { actors } from "./actors";
import { reportCases } from "./reports";

/** What moderators and administrators did, and why. A trigger keeps it so (db/triggers.sql): rows are only ever added. */
export const moderationLog = pgTable(
  "moderation_log",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Null: their account is gone, or the server did it. */
    moderatorId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    /** Done by the server itself, or by whoever has the machine in their hands. */
    isServer: boolean().notNull().default(false),
    action: text().notNull(),
    /** The identity that it was about; null: none, or a thing. */
    actorId: uuid().references(() => actors.id, { onDelete: "set null" }),
    /** The account that it was about, which administrators alone are shown; never beside one of its identities. */
    accountId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    /** The case it was decided in; null: none, or its subject is gone. */
    caseId: uuid().references(() => reportCases.id, { onDelete: "set null" }),
    reason: text().notNull().default(""),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    // Read from the newest on, whatever it is asked by.
    index().on(t.actorId, t.id),
    index().on(t.moderatorId, t.id),
    index().on(t.accountId, t.id),
    index().on(t.action, t.id),
    index().on(t.createdAt),
    index().on(t.caseId),
  ],
);
