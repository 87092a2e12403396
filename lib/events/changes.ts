import { isDeepStrictEqual } from "node:util";
import { asc, eq } from "drizzle-orm";
import { type Event, eventTags } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import type { EventInput } from "./input";

/**
 * What an organiser typed. `version`: of the event that the form was opened with; absent: whatever there is now.
 * `publishAt`: the local time at which a draft is to publish itself. `copyOf`: the event that is announced again.
 */
export type Revision = EventInput & { version?: number; publishAt?: string; copyOf?: string };

/** The names of the columns, and `tags`, that saving this would change. */
export async function changedFields(
  tx: Context,
  before: Event,
  { columns, tags }: { columns: Partial<Event>; tags: string[] },
): Promise<string[]> {
  const fields = Object.keys(columns) as (keyof Event)[];
  const changed: string[] = fields.filter((field) => !isDeepStrictEqual(before[field], columns[field]));
  return (await haveTagsChanged(tx, before.id, tags)) ? [...changed, "tags"] : changed;
}

/**
 * Refuses with `changed_meanwhile` what was typed over an older version: somebody else's words, or one's own in
 * another tab, would be lost. Saying the same again is harmless: forms are sent twice.
 */
export function requireNewest(event: Event, { version }: Revision, changed: string[]): void {
  if (version !== undefined && version !== event.version && changed.length > 0)
    throw conflict("changed_meanwhile");
}

async function haveTagsChanged(tx: Context, eventId: string, tags: string[]): Promise<boolean> {
  const rows = await tx.db
    .select({ tag: eventTags.tag })
    .from(eventTags)
    .where(eq(eventTags.eventId, eventId))
    .orderBy(asc(eventTags.position));
  return rows.map((row) => row.tag).join() !== tags.join();
}
