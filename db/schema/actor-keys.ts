import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "../columns";
import { actors } from "./actors";

/** The keys with which actors sign, of this server and of others. */
export const actorKeys = pgTable(
  "actor_keys",
  {
    /** The id of the key, as signatures name it. */
    uri: text().primaryKey(),
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    publicPem: text().notNull(),
    /** Closed with the server's secret; null: of another server. */
    privateSealed: text(),
    createdAt: createdAt(),
    /** Set: a newer one signs now. */
    retiredAt: instant(),
  },
  (t) => [
    index().on(t.actorId),
    uniqueIndex("actor_keys_signing")
      .on(t.actorId)
      .where(sql`${t.privateSealed} is not null and ${t.retiredAt} is null`),
  ],
);

export type ActorKey = typeof actorKeys.$inferSelect;
