import { asc, eq } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { isOver } from "@/lib/events/rules";
import { forgetHeard } from "@/lib/participation/announcements/forget-heard";
import { leaveEvent } from "@/lib/participation/leave";

/**
 * Takes one participation of an identity away; false when there is none left. From what is to come it leaves like
 * anybody, so that the place is free for others and those who must know are told.
 */
export async function eraseNextParticipation(tx: Context, actorId: string): Promise<boolean> {
  const [next] = await tx.db
    .select({ id: participations.id, event: events })
    .from(participations)
    .innerJoin(events, eq(events.id, participations.eventId))
    .where(eq(participations.actorId, actorId))
    .orderBy(asc(participations.id))
    .limit(1);
  if (!next) return false;
  if (!next.event.deletedAt && !isOver(next.event, tx.now)) await leaveEvent(tx, next.event.id);
  await forgetHeard(tx, next.id);
  await tx.db.delete(participations).where(eq(participations.id, next.id));
  return true;
}
