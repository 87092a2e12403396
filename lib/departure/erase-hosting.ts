import { and, asc, eq } from "drizzle-orm";
import { eventHosts } from "@/db/schema/event-hosts";
import type { Context } from "@/lib/core/context";
import { leaveHosting } from "@/lib/events/hosts/leave";

/**
 * Takes one hosting of an identity away, or an invitation to host; false when there is none left. Then nobody was asked by
 * it either.
 */
export async function eraseNextHosting(tx: Context, actorId: string): Promise<boolean> {
  const [next] = await tx.db
    .select({ eventId: eventHosts.eventId })
    .from(eventHosts)
    .where(eq(eventHosts.actorId, actorId))
    .orderBy(asc(eventHosts.eventId))
    .limit(1);
  if (next) {
    await leaveHosting(tx, next.eventId);
    await tx.db
      .delete(eventHosts)
      .where(and(eq(eventHosts.eventId, next.eventId), eq(eventHosts.actorId, actorId)));
    return true;
  }
  await tx.db.update(eventHosts).set({ invitedById: null }).where(eq(eventHosts.invitedById, actorId));
  return false;
}
