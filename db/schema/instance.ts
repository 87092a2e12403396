import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgEnum, pgTable, text, unique } from "drizzle-orm/pg-core";
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

export const documentKind = pgEnum("document_kind", ["terms", "privacy"]);
/** Ours, their own words, or a link to where they stand; or nothing at all. */
export const documentMode = pgEnum("document_mode", ["none", "default", "own", "link"]);

/** What a document says in one language: Markdown, and HTML that was sanitised when it was stored. */
export type DocumentText = { source: string; html: string };

/** Every version of the terms and of the words about privacy, numbered from 1. Rows are only ever added. */
export const instanceDocuments = pgTable(
  "instance_documents",
  {
    id: id(),
    kind: documentKind().notNull(),
    version: integer().notNull(),
    mode: documentMode().notNull(),
    /** By language, and not in every one; what our own text said at that time too. */
    texts: jsonb().$type<{ [locale: string]: DocumentText }>().notNull().default({}),
    /** Where the words stand instead; empty: they stand here. */
    url: text().notNull().default(""),
    /** Whether everybody was asked again. */
    asksAgain: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.kind, t.version),
    check("instance_documents_version", sql`${t.version} > 0`),
    check("instance_documents_link", sql`(${t.mode} = 'link') = (${t.url} <> '')`),
  ],
);

export type InstanceDocument = typeof instanceDocuments.$inferSelect;

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
