import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";

/** What administrators decided about this server: one row, whose shape and defaults lib/instance knows. */
export const instanceSettings = pgTable(
  "instance_settings",
  {
    only: boolean().primaryKey().default(true),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    updatedAt: createdAt(),
  },
  (t) => [check("instance_settings_one_row", sql`${t.only}`)],
);

/** A link with which people may sign up where sign-up is not open to all. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    code: text().notNull().unique(),
    /** For administrators alone: whom it is meant for. */
    note: text().notNull().default(""),
    /** Null: as many as come. */
    maxUses: integer(),
    uses: integer().notNull().default(0),
    /** Null: until it is ended. */
    expiresAt: instant(),
    endedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [check("invitations_uses", sql`${t.uses} between 0 and coalesce(${t.maxUses}, ${t.uses})`)],
);

export type Invitation = typeof invitations.$inferSelect;
