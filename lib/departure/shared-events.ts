import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Event, events } from "@/db/schema/events";
import { end } from "@/lib/events/cards";
import { listHosts } from "@/lib/events/hosts/queries";
import type { Face } from "@/lib/identities/queries";
import { isShared } from "./what-goes";

/** An event to come that others host too: one of them takes it over, unless it is cancelled. */
export type SharedEvent = { event: Event; hosts: Face[] };

const LISTED = 20;

/** The events to come that an identity organises with others, soonest first; at most 20: the rest goes to their first hosts. */
export async function listSharedEvents(db: Database, actorId: string, now: Date): Promise<SharedEvent[]> {
  const rows = await db
    .select()
    .from(events)
    .where(
      and(
        eq(events.organizerId, actorId),
        isShared,
        isNotNull(events.publishedAt),
        gt(end, now.toISOString()),
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(LISTED);
  const shared = await Promise.all(rows.map(async (event) => ({ event, hosts: await listHosts(db, event) })));
  return shared.filter(({ hosts }) => hosts.length > 0);
}
