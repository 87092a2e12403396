import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { upcoming } from "../cards";

/** So many of what comes next are asked. */
const ASKED = 200;

/**
 * The zone by which most of what comes next takes place: whose days they are for readers of whom nobody knows where they
 * live. The clock of the machine says nothing about its people.
 */
export async function usualZone(db: Database, now: Date): Promise<string> {
  const [found] = await db.execute<{ zone: string }>(sql`
    select zone from (
      select ${events.zone} as zone from ${events} where ${upcoming(now)} order by ${events.startsAt} limit ${ASKED}) soon
    group by zone order by count(*) desc, zone limit 1`);
  return found?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
