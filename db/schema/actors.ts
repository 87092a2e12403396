import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, randomId } from "../columns";
import { media } from "./media";

export const actorKind = pgEnum("actor_kind", ["person", "group", "application"]);

/** Who may open an identity's page: everybody, or only those who take part in an event with it. */
export const actorVisibility = pgEnum("actor_visibility", ["public", "participants"]);

/** Somebody who acts in public: an identity or group, of this server or of another. */
export const actors = pgTable(
  "actors",
  {
    id: randomId(),
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
    bannerId: uuid().references(() => media.id, { onDelete: "set null" }),
    visibility: actorVisibility().notNull().default("public"),
    /**
     * Set: seen by nobody. Gone, unless `suspendedAt` says that moderators took it out of sight. The row stays so that
     * the handle is never given to somebody else.
     */
    deletedAt: instant(),
    /** When moderators took it out of sight, and `deletedAt` with it; null: they did not. */
    suspendedAt: instant(),
    /** When it comes back by itself; null: it does not, and is deleted when the time to lift it is over. */
    suspendedUntil: instant(),
    /** Since when only those who follow it come across what it announces; null: everybody does. */
    limitedAt: instant(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    unique().on(t.handle, t.domain).nullsNotDistinct(),
    index().on(t.domain),
    index().on(t.avatarId),
    index().on(t.bannerId),
    index("actors_suspended").on(t.suspendedAt).where(sql`${t.suspendedAt} is not null`),
    index("actors_limited").on(t.id).where(sql`${t.limitedAt} is not null`),
    check("actors_local_handle", sql`${t.domain} is not null or ${t.handle} ~ '^[a-z0-9_]{1,30}$'`),
  ],
);

/** A line that an identity says of itself, such as a pronoun or a website. */
export const actorFields = pgTable(
  "actor_fields",
  {
    id: randomId(),
    actorId: uuid()
      .notNull()
      .references(() => actors.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    name: text().notNull(),
    value: text().notNull(),
    /** When the page that the value links to was last seen to link back with `rel="me"`; null: never, or no link. */
    verifiedAt: instant(),
  },
  (t) => [index().on(t.actorId, t.position)],
);

export type ActorField = typeof actorFields.$inferSelect;
export type ActorRow = typeof actors.$inferSelect;
