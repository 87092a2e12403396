import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { actors } from "./actors";

export const blockKind = pgEnum("block_kind", ["block", "mute"]);

/** Whom an identity of this server wants nothing to do with (block), or only not to hear (mute). Known to itself alone. */
export const blocks = pgTable(
  "blocks",
  {
    blockerId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    blockedId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    kind: blockKind().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.blockerId, t.blockedId] }),
    index().on(t.blockedId, t.blockerId),
    check("blocks_another", sql`${t.blockerId} <> ${t.blockedId}`),
  ],
);

/** The same about everybody of a server (host and, if need be, port), also those who come later. */
export const blockedDomains = pgTable(
  "blocked_domains",
  {
    blockerId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    domain: text().notNull(),
    kind: blockKind().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.blockerId, t.domain] }),
    index().on(t.domain, t.blockerId),
    check(
      "blocked_domains_domain",
      sql`${t.domain} = lower(${t.domain}) and length(${t.domain}) between 1 and 260`,
    ),
  ],
);

/** Words that an identity does not want to read without having asked for it. */
export const mutedWords = pgTable(
  "muted_words",
  {
    id: id(),
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    /** As it was typed. */
    word: text().notNull(),
    /** The same without capitals, accents and signs: two that read alike are one. */
    folded: text().notNull(),
    /** Null: for good. */
    until: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.actorId, t.folded),
    check(
      "muted_words_length",
      sql`length(${t.word}) between 1 and 80 and length(${t.folded}) between 1 and 160`,
    ),
  ],
);

export type BlockedDomain = typeof blockedDomains.$inferSelect;
export type MutedWord = typeof mutedWords.$inferSelect;
export type Block = typeof blocks.$inferSelect;
