import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { media } from "./media";

export const actorKind = pgEnum("actor_kind", ["person", "group", "application"]);

/** Somebody who acts in public: an identity or group, of this server or of another. */
export const actors = pgTable(
  "actors",
  {
    id: id(),
    kind: actorKind().notNull(),
    handle: text().notNull(),
    /** Null: here. */
    domain: text(),
    /** The ActivityPub id. */
    uri: text().notNull().unique(),
    name: text().notNull(),
    /** What they wrote about themselves, as Markdown; empty for actors of other servers. */
    summary: text().notNull().default(""),
    summaryHtml: text().notNull().default(""),
    avatarId: uuid().references(() => media.id, { onDelete: "set null" }),
    /** Set: gone. The row stays so that the handle is never given to somebody else. */
    deletedAt: instant(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    unique().on(t.handle, t.domain).nullsNotDistinct(),
    index().on(t.avatarId),
    check("actors_local_handle", sql`${t.domain} is not null or ${t.handle} ~ '^[a-z0-9_]{1,30}$'`),
  ],
);

export type ActorRow = typeof actors.$inferSelect;
