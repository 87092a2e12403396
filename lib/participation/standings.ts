import { and, count, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { hostedBy } from "@/lib/events/hosts/hosted-by";

/** How many people wait for this identity's answer, over all events it manages that are to come or just began. */
export async function countWaitingFor(db: Database, hostId: string, now: Date): Promise<number> {
  const recent = new Date(now.getTime() - 86_400_000);
  const [row] = await db
    .select({ waiting: count() })
    .from(participations)
    .innerJoin(events, eq(events.id, participations.eventId))
    .where(
      and(
        hostedBy(hostId),
        isNull(events.deletedAt),
        gt(events.startsAt, recent),
        eq(participations.status, "pending"),
        sql`${events.status} <> 'cancelled'`,
      ),
    );
  return row!.waiting;
}

const onCards = ["approved", "offered", "waitlisted", "pending", "maybe", "rejected", "unheard"] as const;

/** Where somebody stands with an event, as far as a card of it says so. */
export type CardStanding = (typeof onCards)[number];

/** Where a participation stands, for whose it is: a part of a query. "unheard": as `isUnheard` has it. */
export const ownStanding = sql<Participation["status"] | "unheard">`case
  when ${participations.status} = 'left' and ${participations.decidedAt} is not null then 'unheard'
  else ${participations.status}::text end`;

/** Where one identity stands with these events; for that identity's own eyes. */
export async function listStandings(
  db: Database,
  actorId: string,
  eventIds: string[],
): Promise<Map<string, CardStanding>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .select({ eventId: participations.eventId, standing: ownStanding })
    .from(participations)
    .where(
      and(
        eq(participations.actorId, actorId),
        inArray(participations.eventId, eventIds),
        inArray(ownStanding, [...onCards]),
      ),
    );
  return new Map(rows.map((row) => [row.eventId, row.standing as CardStanding]));
}
