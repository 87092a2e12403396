import { eq, inArray } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { announcementRecipients, announcements } from "@/db/schema/announcements";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { hostLetter } from "./letters/announcement";
import { findHappening } from "./people";
import { writeToNextParticipants } from "./write-to-participants";

type Part = { announcementId: string; after?: string };

/** Starts to write to all whom hosts told something. */
export function mailAnnouncement(
  tx: Context,
  { announcementId }: Recorded<FactOf<"announcement.sent">>,
): Promise<void> {
  return mailLater(tx, { announcementId });
}

/**
 * The job `mail-announcement`: letters to the next some of its readers, and a job for the rest, in one transaction: a
 * killed worker goes on where it was. Once for each reader, whatever is repeated. Who wrote it gets none.
 */
export async function mailNextReaders(tx: Context, { announcementId, after }: Part): Promise<void> {
  const found = await findAnnouncement(tx, announcementId);
  const happening = found && (await findHappening(tx.db, found.announcement.eventId));
  if (!happening) return;
  const told = tx.db
    .select({ id: announcementRecipients.participationId })
    .from(announcementRecipients)
    .where(eq(announcementRecipients.announcementId, announcementId));
  const last = await writeToNextParticipants(tx, happening, {
    among: inArray(participations.id, told),
    authorId: found.announcement.authorId ?? undefined,
    kind: "changes",
    key: (participationId) => `announcement:${announcementId}:${participationId}`,
    write: ({ participant, reader, status }) =>
      hostLetter({ ...happening, ...found }, { participant, reader, isGoing: status === "approved" }),
    after,
  });
  if (last) await mailLater(tx, { announcementId, after: last });
}

function mailLater(tx: Context, payload: Part): Promise<void> {
  const key = `mail-announcement:${payload.announcementId}:${payload.after ?? ""}`;
  return enqueue(tx, { task: "mail-announcement", payload, key });
}

async function findAnnouncement({ db }: Context, id: string) {
  const [found] = await db
    .select({ announcement: announcements, authorName: actors.name })
    .from(announcements)
    .leftJoin(actors, eq(actors.id, announcements.authorId))
    .where(eq(announcements.id, id));
  return found;
}
