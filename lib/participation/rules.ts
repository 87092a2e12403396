import type { Event } from "@/db/schema/events";
import { isOver } from "@/lib/events/rules";

type Joinable = Pick<Event, "joinMode" | "status" | "startsAt" | "endsAt">;

/** Why nobody can join now, as a refusal's reason, or null if they can. Says nothing about places. */
export function joinRefusal(event: Joinable, now: Date): string | null {
  if (event.status === "cancelled") return "event_cancelled";
  if (isOver(event, now)) return "event_over";
  if (event.joinMode !== "free" && event.joinMode !== "approval") return "event_without_joining";
  return null;
}
