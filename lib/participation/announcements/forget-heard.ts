import { and, eq, exists, inArray, isNotNull, ne, notExists, sql } from "drizzle-orm";
import { announcementRecipients, announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";

const { announcementId, participationId } = announcementRecipients;

/** Forgets what hosts elsewhere wrote to this participant alone: it was for them, and may hold a secret of theirs. */
export async function forgetHeard({ db }: Context, id: string): Promise<void> {
  const elsewhere = db
    .select({ id: events.id })
    .from(events)
    .innerJoin(participations, eq(participations.eventId, events.id))
    .where(and(eq(participations.id, id), isNotNull(events.domain)));
  const recipients = (isWho: ReturnType<typeof eq>) =>
    db
      .select({ one: sql`1` })
      .from(announcementRecipients)
      .where(and(eq(announcementId, announcements.id), isWho));
  await db
    .delete(announcements)
    .where(
      and(
        inArray(announcements.eventId, elsewhere),
        exists(recipients(eq(participationId, id))),
        notExists(recipients(ne(participationId, id))),
      ),
    );
}
