import { sql } from "drizzle-orm";
import { check, integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, randomId } from "../columns";

export const mediaKind = pgEnum("media_kind", ["avatar", "banner", "picture"]);
export const mediaStatus = pgEnum("media_status", ["waiting", "ready", "failed"]);

/** A picture. Files lie in the storage under `name`, which is random: it tells nothing about who or what. */
export const media = pgTable(
  "media",
  {
    id: randomId(),
    name: text().notNull().unique(),
    kind: mediaKind().notNull(),
    status: mediaStatus().notNull().default("waiting"),
    alt: text().notNull().default(""),
    /** Pixels of the largest variant; null until processed. */
    width: integer(),
    height: integer(),
    /** Widths in pixels of the stored variants, ascending; empty until processed. */
    widths: integer().array().notNull().default(sql`'{}'::integer[]`),
    /** Of all its files; 0 until processed. */
    bytes: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [check("media_ready_has_size", sql`${t.status} <> 'ready' or (${t.width} > 0 and ${t.height} > 0)`)],
);

export type Media = typeof media.$inferSelect;
