import { cleanLine } from "@/lib/core/text/clean";
import { firstGraphemes } from "@/lib/core/text/excerpt";
import type { CalendarEvent } from "./calendar-event";
import { scheduledEvent } from "./ics";
import { icsLine } from "./ics-line";

/** Somebody of whom a calendar knows a name and an address. */
type Party = { name: string; address: string };

export type Invitation = {
  /** CANCEL takes the event out of the calendar, for this reader alone or for all. */
  method: "REQUEST" | "CANCEL";
  /** The server's own address, under the name of whoever organises: never a person's. */
  organizer: Party;
  attendee: Party & { status: "ACCEPTED" | "TENTATIVE" | "NEEDS-ACTION" | "DECLINED" };
  /** Higher than the last that this calendar was told. */
  sequence: number;
  writtenAt: Date;
};

/**
 * An event as calendars take it from a mail by themselves (iTIP, RFC 5546), under the UID that its page offers. It names
 * the reader and nobody else who comes, and asks for no reply: the answer is given on the page.
 */
export function invitation(event: CalendarEvent, { method, sequence, writtenAt, ...parties }: Invitation) {
  const { organizer, attendee } = parties;
  const lines = [
    icsLine(`ORGANIZER${named(organizer)}`, mailto(organizer)),
    icsLine(
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${attendee.status};RSVP=FALSE${named(attendee)}`,
      mailto(attendee),
    ),
  ];
  const status = method === "CANCEL" ? "cancelled" : event.status;
  return scheduledEvent(method, { ...event, sequence, status }, { lines, writtenAt });
}

/** The parameter CN. RFC 5545 knows no escape for quotes in it, and the one of RFC 6868 few programs read. */
function named({ name }: Party): string {
  const text = firstGraphemes(cleanLine(name), 100).replaceAll('"', "'");
  return text && `;CN="${text}"`;
}

/** RFC 6068: what may not stand in a URI as it is, is encoded; plain addresses stay as calendars compare them. */
function mailto({ address }: Party): string {
  return `mailto:${encodeURI(address).replace(/[?#&]/g, encodeURIComponent)}`;
}
