import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { calendarCopies } from "@/db/schema/calendar-copies";
import { eventTags } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import type { CalendarEvent } from "@/lib/feeds/calendar-event";
import { type Invitation, invitation } from "@/lib/feeds/invitation";
import { calendarEventOf } from "@/lib/feeds/of-event";
import type { Mail } from "@/lib/mail/mail";
import { sender } from "@/lib/mail/sender";
import { visibleAddress } from "@/lib/participation/address";
import { canSeeOnlineAddress } from "@/lib/participation/online-address";
import type { Happening } from "./people";

/** Whose calendar is told, and to which address. */
type Told = { id: string; status: Participation["status"]; name: string; email: string };

/** What goes along with a mail for its reader's calendar. */
export type CalendarPart = Required<Pick<Mail, "calendar" | "calendarMethod">>;
type Copy = typeof calendarCopies.$inferSelect;

/** In whose calendars an event stands, and as what. */
const standings: Partial<Record<Participation["status"], Invitation["attendee"]["status"]>> = {
  approved: "ACCEPTED",
  maybe: "TENTATIVE",
  offered: "NEEDS-ACTION",
};

/**
 * What the mail about to be queued tells the reader's calendar, by participation: the event as it is now, for those who
 * come or may; that it is out, for those whose calendar has it by an earlier mail, and all who were to come to what is
 * called off: they may have put it there themselves. Others are told nothing. Remembers
 * what it said, so call it for mails that are queued; again is harmless, and leaves a gap in the numbers.
 */
export async function tellCalendars(
  tx: Context,
  happening: Happening,
  readers: Told[],
): Promise<Map<string, CalendarPart>> {
  const former = await findCopies(
    tx.db,
    readers.map(({ id }) => id),
  );
  const write = await writerFor(tx, happening);
  const parts = new Map<string, CalendarPart>();
  const copies: Copy[] = [];
  for (const reader of readers) {
    const copy = former.get(reader.id);
    const standing = happening.event.status === "cancelled" ? undefined : standings[reader.status];
    if (!standing && !copy?.isLive && reader.status !== "approved") continue;
    const sequence = Math.max(happening.event.sequence, (copy?.sequence ?? -1) + 1);
    const calendar = write(reader, { standing, sequence });
    parts.set(reader.id, { calendar, calendarMethod: standing ? "REQUEST" : "CANCEL" });
    copies.push({ participationId: reader.id, sequence, isLive: Boolean(standing) });
  }
  await keepCopies(tx.db, copies);
  return parts;
}

async function findCopies(db: Database, ids: string[]): Promise<Map<string, Copy>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select().from(calendarCopies).where(inArray(calendarCopies.participationId, ids));
  return new Map(rows.map((row) => [row.participationId, row]));
}

async function keepCopies(db: Database, copies: Copy[]): Promise<void> {
  if (copies.length === 0) return;
  await db
    .insert(calendarCopies)
    .values(copies)
    .onConflictDoUpdate({
      target: calendarCopies.participationId,
      set: { sequence: sql`excluded.sequence`, isLive: sql`excluded.is_live` },
    });
}

type Said = { standing: Invitation["attendee"]["status"] | undefined; sequence: number };

/** The event is made ready once for all who know as much of it. */
async function writerFor(tx: Context, { event, organizer }: Happening) {
  const tags = await listTags(tx.db, event.id);
  const ready = new Map<string, CalendarEvent>();
  const eventFor = (status: Participation["status"]) => {
    const isIn = status === "approved";
    const told = ready.get(String(isIn)) ?? toldTo({ event, organizer }, tags, isIn);
    ready.set(String(isIn), told);
    return told;
  };
  return ({ status, name, email }: Told, { standing, sequence }: Said): string =>
    invitation(eventFor(status), {
      method: standing ? "REQUEST" : "CANCEL",
      organizer: { name: organizer.name, address: sender().address },
      attendee: { name, address: email, status: standing ?? "DECLINED" },
      sequence,
      writtenAt: tx.now,
    });
}

/** What a participant may know of it, who is in or is not. */
function toldTo({ event, organizer }: Happening, tags: string[], isIn: boolean): CalendarEvent {
  const reader = { isOrganizer: false, statuses: isIn ? ["approved" as const] : [] };
  const address = visibleAddress({ ...event, place: null }, reader);
  const told = calendarEventOf({ event: { ...event, ...address }, organizer, tags });
  // Only drafts may have no start, and nobody is written to about a draft.
  if (!told) throw new Error("an announced event has a start");
  return { ...told, onlineUrl: canSeeOnlineAddress(event, reader) ? event.onlineUrl : null };
}

async function listTags(db: Database, eventId: string): Promise<string[]> {
  const rows = await db
    .select({ tag: eventTags.tag })
    .from(eventTags)
    .where(eq(eventTags.eventId, eventId))
    .orderBy(asc(eventTags.position));
  return rows.map(({ tag }) => tag);
}
