import { and, asc, eq, exists, gte, isNull, min, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { unlimited, upcoming } from "./cards";

/** What search engines are told of: what is announced to everybody and to come, and who announces it on a public page. */
export const sitemapKinds = ["events", "identities"] as const;

export type SitemapKind = (typeof sitemapKinds)[number];

/** How many addresses one file holds. The protocol allows 50,000. */
const SITEMAP_ENTRIES = 10_000;

/** Where each file begins, by slug or handle, and when something in it last changed. `size`: for tests. */
export async function listSitemapFiles(
  db: Database,
  kind: SitemapKind,
  { now, size = SITEMAP_ENTRIES }: { now: Date; size?: number },
): Promise<{ from: string; changedAt: Date }[]> {
  const { table, key, changedAt, where } = sourceOf(db, kind, now);
  const entries = db
    .select({
      key: sql<string>`${key}`.as("key"),
      changedAt: sql`${changedAt}`.mapWith(events.updatedAt).as("changed_at"),
      file: sql<number>`(row_number() over (order by ${key}) - 1) / ${size}::int`.as("file"),
    })
    .from(table)
    .where(where)
    .as("entries");
  const files = await db
    .select({
      from: min(entries.key),
      changedAt: sql<Date>`max(${entries.changedAt})`.mapWith(events.updatedAt),
    })
    .from(entries)
    .groupBy(entries.file)
    .orderBy(asc(entries.file));
  return files.map((file) => ({ ...file, from: file.from! }));
}

/** The slugs or handles of one file, from `from` on. Found by key, so the last file costs what the first does. */
export function listSitemapEntries(
  db: Database,
  kind: SitemapKind,
  { from, now, size = SITEMAP_ENTRIES }: { from: string; now: Date; size?: number },
): Promise<{ key: string; changedAt: Date }[]> {
  const { table, key, changedAt, where } = sourceOf(db, kind, now);
  return db
    .select({ key: sql<string>`${key}`, changedAt: sql<Date>`${changedAt}`.mapWith(events.updatedAt) })
    .from(table)
    .where(and(where, gte(key, from)))
    .orderBy(asc(key))
    .limit(size);
}

type Source = {
  table: typeof events | typeof actors;
  key: typeof events.slug | typeof actors.handle;
  changedAt: typeof events.updatedAt | typeof actors.updatedAt;
  where: SQL | undefined;
};

function sourceOf(db: Database, kind: SitemapKind, now: Date): Source {
  // What is of another server has its address there.
  const ours = and(upcoming(now), unlimited, isNull(events.domain));
  if (kind === "events") return { table: events, key: events.slug, changedAt: events.updatedAt, where: ours };
  const announced = db
    .select({ id: events.id })
    .from(events)
    .where(and(upcoming(now), eq(events.organizerId, actors.id)));
  const isPublic = and(
    isNull(actors.domain),
    isNull(actors.deletedAt),
    isNull(actors.limitedAt),
    eq(actors.visibility, "public"),
    exists(announced),
  );
  return { table: actors, key: actors.handle, changedAt: actors.updatedAt, where: isPublic };
}
