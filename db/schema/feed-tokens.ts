import { sql } from "drizzle-orm";
import { check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns";
import { accounts } from "./accounts";
import { actors } from "./actors";

/** The secret in the address of a private calendar: of one identity, or of all that an account has together. */
export const feedTokens = pgTable(
  "feed_tokens",
  {
    id: id(),
    actorId: uuid()
      .unique()
      .references(() => actors.id, { onDelete: "cascade" }),
    /** Set instead of `actorId` for the combined calendar. */
    accountId: uuid()
      .unique()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** What the secret is derived from with the server's own, so that it can be shown again; renewed, the old one is void. */
    nonce: text().notNull(),
    hash: text().notNull().unique(),
    createdAt: createdAt(),
  },
  (t) => [check("feed_tokens_one_owner", sql`num_nonnulls(${t.actorId}, ${t.accountId}) = 1`)],
);
