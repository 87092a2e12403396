import { and, eq } from "drizzle-orm";
import { type Participation, participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";

/** Where one identity stands with an event; null also for whoever left: they may be asked again. */
export async function answerOf(
  { db }: Context,
  { eventId, actorId }: { eventId: string; actorId: string },
): Promise<Participation["status"] | null> {
  const [answer] = await db
    .select({ status: participations.status })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(participations.actorId, actorId)));
  return answer && answer.status !== "left" ? answer.status : null;
}
