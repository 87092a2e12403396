/** One event as calendars and search engines are told about it: plain text and instants. */
export type CalendarEvent = {
  /** `<slug>@<host>`, the same for ever: calendars know by it that this is the event they already have. */
  uid: string;
  /** Grows with every edit that people who come should hear of (RFC 5545, 3.8.7.4). */
  sequence: number;
  title: string;
  descriptionText: string;
  url: string;
  startsAt: Date;
  endsAt: Date | null;
  zone: string;
  status: "confirmed" | "tentative" | "cancelled";
  placeName: string | null;
  placeAddress: string | null;
  organizerName: string | null;
  /** Where it happens online; only in the private calendars of those who may know. */
  onlineUrl?: string | null;
  categories: string[];
  updatedAt: Date;
  createdAt: Date;
};
