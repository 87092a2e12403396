import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";

type Used = Pick<Participation, "actorId" | "createdAt" | "decidedAt">;

/**
 * Which of one account's identities was used last with an event, by its own participations and by who hosts;
 * null if none was. It follows from what is known anyway: nothing is written down that would tie identities.
 */
export function lastUsed(
  { organizerId, hostIds, updatedAt }: Pick<Event, "organizerId" | "hostIds" | "updatedAt">,
  { actorIds, participations }: { actorIds: string[]; participations: Used[] },
): string | null {
  const uses = participations.map(({ actorId, createdAt, decidedAt }) => ({
    actorId,
    at: Math.max(createdAt.getTime(), decidedAt?.getTime() ?? 0),
  }));
  const managing = [organizerId, ...hostIds].filter((id) => actorIds.includes(id));
  uses.push(...managing.map((actorId) => ({ actorId, at: updatedAt.getTime() })));
  const [latest] = uses.sort((a, b) => b.at - a.at);
  return latest?.actorId ?? null;
}
