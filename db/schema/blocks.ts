import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "../columns";
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

export type Block = typeof blocks.$inferSelect;
