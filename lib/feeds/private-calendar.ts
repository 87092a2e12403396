import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import { eventPath } from "@/lib/core/paths";
import { visibleAddress } from "@/lib/participation/address";
import { canSeeOnlineAddress } from "@/lib/participation/online-address";
import type { CalendarEntry, PrivateCalendar } from "@/lib/participation/private-calendar";
import type { CalendarEvent } from "./calendar-event";
import { calendar } from "./ics";
import { calendarEventOf } from "./of-event";

/**
 * A private calendar as programs take it. One identity's carries its name and nothing of others; the combined one is
 * called like the server.
 */
export function privateCalendarText({ name, entries }: PrivateCalendar): string {
  const told = entries.map(toldToOwner).filter((event) => event !== null);
  return calendar(told, { name: name ?? instanceName() });
}

/** An event as the calendar of a participant has it: what they may see; whoever waits for an answer or a place, or may come, has it pencilled in. */
export function toldToOwner({ isFirm, ...entry }: CalendarEntry): CalendarEvent | null {
  const reader = { isOrganizer: false, statuses: [isFirm ? ("approved" as const) : ("pending" as const)] };
  const address = visibleAddress({ ...entry.event, place: null }, reader);
  const told = calendarEventOf({ ...entry, event: { ...entry.event, ...address } });
  if (!told) return null;
  const { onlineUrl } = entry.event;
  return {
    ...told,
    // Here they change what they said, also where the event is of another server.
    url: env().ORIGIN + eventPath(entry.event.slug),
    status: isFirm || told.status === "cancelled" ? told.status : "tentative",
    onlineUrl: canSeeOnlineAddress(entry.event, reader) ? onlineUrl : null,
  };
}
