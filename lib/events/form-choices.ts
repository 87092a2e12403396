import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { readInstance } from "@/lib/instance/settings";
import { listOwnCategories } from "./own-categories";

const TAGS_OFFERED = 100;
/** Events that are looked at: so a large server answers as fast as a small one. */
const EVENTS_LOOKED_AT = 2000;

/** What the form of an event offers to choose from, and how large its pictures may be. */
export async function readFormChoices(
  db: Database,
): Promise<{ categories: string[]; tags: string[]; pictureMegabytes: number }> {
  const [categories, tags, { pictureMegabytes }] = await Promise.all([
    listOwnCategories(db),
    listUsedTags(db),
    readInstance(db),
  ]);
  return { categories, tags, pictureMegabytes };
}

/** Tags of what was announced to everybody, the latest 2,000 by start: the most used first. */
async function listUsedTags(db: Database): Promise<string[]> {
  const rows = await db.execute<{ tag: string }>(sql`
    select tag from event_tags where event_id in (
      select id from events where published_at is not null and visibility = 'public' and deleted_at is null
      order by starts_at desc limit ${EVENTS_LOOKED_AT})
    group by tag order by count(*) desc, tag limit ${TAGS_OFFERED}`);
  return rows.map(({ tag }) => tag);
}
