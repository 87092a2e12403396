import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";

export const accountRole = pgEnum("account_role", ["member", "moderator", "administrator"]);

/** A person's key to this server. Nobody but that person ever sees it; others see identities. */
export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    email: text().notNull().unique(),
    /** Null for accounts that sign in elsewhere (OIDC). */
    passwordHash: text(),
    role: accountRole().notNull().default("member"),
    locale: text().notNull(),
    zone: text().notNull(),
    /** Null until the address was shown to be theirs. */
    confirmedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [check("accounts_email_folded", sql`${t.email} = lower(${t.email})`)],
);

/** A signed-in device. Deleting the row signs it out at its next request. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    userAgent: text().notNull().default(""),
    createdAt: createdAt(),
    lastUsedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index().on(t.accountId), index().on(t.expiresAt)],
);

export const tokenKind = pgEnum("token_kind", ["confirm", "welcome"]);

/** A link sent by mail or printed once, usable once. Only its hash is kept. */
export const accountTokens = pgTable(
  "account_tokens",
  {
    id: id(),
    kind: tokenKind().notNull(),
    /** Null for the link that makes the first administrator: there is no account yet. */
    accountId: uuid().references(() => accounts.id, { onDelete: "cascade" }),
    hash: text().notNull().unique(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.accountId)],
);

export type Account = typeof accounts.$inferSelect;
