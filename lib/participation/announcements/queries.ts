import { and, desc, eq, getTableColumns, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Announcement, announcementRecipients, announcements } from "@/db/schema/announcements";
import { participations } from "@/db/schema/participations";

/** With who wrote it, null if they are gone, and how many were told. */
export type WrittenAnnouncement = Announcement & { author: string | null; recipients: number };

const AT_MOST = 100;

/** What hosts wrote to those who take part, newest first, without what was taken back: for hosts. */
export function listAnnouncements(db: Database, eventId: string): Promise<WrittenAnnouncement[]> {
  const recipients = db.$count(
    announcementRecipients,
    eq(announcementRecipients.announcementId, announcements.id),
  );
  return db
    .select({
      ...getTableColumns(announcements),
      author: actors.name,
      recipients: sql<number>`(${recipients})`.mapWith(Number),
    })
    .from(announcements)
    .leftJoin(actors, and(eq(actors.id, announcements.authorId), isNull(actors.deletedAt)))
    .where(and(eq(announcements.eventId, eventId), isNull(announcements.cancelledAt)))
    .orderBy(desc(announcements.sendAt))
    .limit(AT_MOST);
}

/** As its readers see it. */
export type ReadAnnouncement = Pick<Announcement, "id" | "subject" | "body"> & {
  sentAt: Date | null;
  author: string | null;
};

/** What hosts told these identities, or whoever holds this participation by e-mail, about an event, newest first. */
export async function listAnnouncementsTo(
  db: Database,
  eventId: string,
  reader: { actorIds: string[] } | { participationId: string },
): Promise<ReadAnnouncement[]> {
  if ("actorIds" in reader && reader.actorIds.length === 0) return [];
  const isTheirs =
    "actorIds" in reader
      ? inArray(participations.actorId, reader.actorIds)
      : eq(participations.id, reader.participationId);
  const told = db
    .select({ id: announcementRecipients.announcementId })
    .from(announcementRecipients)
    .innerJoin(participations, eq(participations.id, announcementRecipients.participationId))
    .where(and(eq(participations.eventId, eventId), isTheirs));
  const { id, subject, body, sentAt } = announcements;
  return db
    .select({ id, subject, body, sentAt, author: actors.name })
    .from(announcements)
    .leftJoin(actors, and(eq(actors.id, announcements.authorId), isNull(actors.deletedAt)))
    .where(and(eq(announcements.eventId, eventId), isNotNull(sentAt), inArray(id, told)))
    .orderBy(desc(sentAt))
    .limit(AT_MOST);
}
