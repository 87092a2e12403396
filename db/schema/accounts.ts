import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgEnum, pgTable, real, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { invitations } from "./instance";

export const accountTheme = pgEnum("account_theme", ["light", "dark"]);
export const accountRole = pgEnum("account_role", ["member", "moderator", "administrator"]);

/** What a newcomer has still to look at; null once done or skipped. */
export const onboardingStep = pgEnum("onboarding_step", ["identity", "place", "notifications"]);

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
    /** Null: as the device says. */
    theme: accountTheme(),
    /** Where they look for events; empty: not told. */
    homeName: text().notNull().default(""),
    /** Degrees, rounded to a tenth (about 10 km) before they get here; null: not told. */
    homeLatitude: real(),
    homeLongitude: real(),
    /** Kilometres around home. */
    homeRadius: integer().notNull().default(25),
    onboarding: onboardingStep(),
    /** The address that they want to have instead, until it was shown to be theirs; null: none. */
    newEmail: text(),
    /** Null until the address was shown to be theirs. */
    confirmedAt: instant(),
    /** Null while a moderator has not let them in. */
    approvedAt: instant().defaultNow(),
    /** What they wrote to be let in; emptied by the decision. */
    application: text().notNull().default(""),
    /** Null: there were no terms when they signed up. */
    termsAcceptedAt: instant(),
    /** The link that they came by, if any. */
    invitationId: uuid().references(() => invitations.id, { onDelete: "set null" }),
    /** When the account will be deleted, as its owner asked; null: it stays. */
    leavesAt: instant(),
    /** Set: nobody signs in to it. */
    suspendedAt: instant(),
    /** Since when its identities are out of sight with it; null: they stay where they are, as each was. */
    hiddenAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    check("accounts_email_folded", sql`${t.email} = lower(${t.email})`),
    check("accounts_hidden_when_locked", sql`${t.hiddenAt} is null or ${t.suspendedAt} is not null`),
    check("accounts_home_coarse", sql`num_nonnulls(${t.homeLatitude}, ${t.homeLongitude}) <> 1`),
    check("accounts_home_radius", sql`${t.homeRadius} between 1 and 500`),
    index("accounts_leaving").on(t.leavesAt).where(sql`${t.leavesAt} is not null`),
    index("accounts_applying").on(t.createdAt).where(sql`${t.approvedAt} is null`),
    index().on(t.invitationId),
  ],
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

export const tokenKind = pgEnum("token_kind", [
  "confirm",
  "welcome",
  "reset_password",
  "change_email",
  /** Between password and second factor. */
  "second_step",
  /** Somebody came from an OIDC provider and has no account yet. */
  "finish_sign_up",
  /** Takes the wish to delete the account back. */
  "keep_account",
]);

/** What a token brings along. */
export type TokenData = { email?: string; issuer?: string; subject?: string; name?: string };

/** A link sent by mail or printed once, usable once. Only its hash is kept. */
export const accountTokens = pgTable(
  "account_tokens",
  {
    id: id(),
    kind: tokenKind().notNull(),
    /** Null where there is no account yet. */
    accountId: uuid().references(() => accounts.id, { onDelete: "cascade" }),
    hash: text().notNull().unique(),
    data: jsonb().$type<TokenData>().notNull().default({}),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.accountId)],
);

export type Account = typeof accounts.$inferSelect;
