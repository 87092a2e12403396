import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";

/**
 * Whether the address of the meeting online is for this reader. It is for everybody, unless the organiser lets
 * people in one by one: then it is for those who are in. `statuses` are those of all the reader's own identities.
 */
export function canSeeOnlineAddress(
  event: Pick<Event, "joinMode">,
  reader: { isOrganizer: boolean; statuses: Participation["status"][] } | null,
): boolean {
  if (event.joinMode !== "approval") return true;
  return reader !== null && (reader.isOrganizer || reader.statuses.includes("approved"));
}
