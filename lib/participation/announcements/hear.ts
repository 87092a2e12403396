import { and, eq, gt, inArray } from "drizzle-orm";
import { type Announcement, announcementRecipients, announcements } from "@/db/schema/announcements";
import { participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { cleanText } from "@/lib/core/text/clean";
import { lockEvent } from "@/lib/events/lock";
import { record } from "@/lib/journal/record";
import { canAnnounce } from "../policy";
import { DAY } from "../retention";

/** How much may come about one event within a day, to whomever: each of it is mailed. */
const MOST_A_DAY = 30;
const LONGEST = 10_000;

type Heard = {
  eventId: string;
  /** Whom it names. */
  readerIds: string[];
  body: string;
  /** The id that it has where it was written. */
  uri: string;
};

/**
 * A host elsewhere wrote to people of this server who answered the event; nobody else of them hears it. Harmless when it
 * comes again. Refuses with `participation_not_found` where none of them did, and with `too_many_today`.
 */
export function hearAnnouncement(
  ctx: Context,
  { eventId, readerIds, body, uri }: Heard,
): Promise<Announcement> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, eventId);
    authorize(canAnnounce(tx.actor, event));
    const authorId = tx.actor.actorId;
    const [known] = await tx.db.select().from(announcements).where(eq(announcements.uri, uri));
    if (known?.eventId === eventId && known.authorId === authorId) return known;
    const readers = await listAnswers(tx, eventId, readerIds);
    if (known || readers.length === 0) throw notFound("participation_not_found");
    await requireFew(tx, eventId);

    const text = cleanText(body).slice(0, LONGEST);
    const [announcement] = await tx.db
      .insert(announcements)
      .values({
        ...{ eventId, authorId, uri, statuses: [...new Set(readers.map(({ status }) => status))] },
        ...{ subject: "", body: text, sendAt: tx.now, sentAt: tx.now, createdAt: tx.now },
      })
      .returning();
    await tx.db
      .insert(announcementRecipients)
      .values(readers.map(({ id }) => ({ announcementId: announcement!.id, participationId: id })));
    await record(tx, { kind: "announcement.sent", eventId, announcementId: announcement!.id });
    return announcement!;
  });
}

/** Whoever left is told nothing more. */
function listAnswers({ db }: Context, eventId: string, actorIds: string[]) {
  const { id, status } = participations;
  const isThere = inArray(status, [
    "pending",
    "waitlisted",
    "offered",
    "approved",
    "maybe",
    "declined",
    "rejected",
  ]);
  return db
    .select({ id, status })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), inArray(participations.actorId, actorIds), isThere));
}

async function requireFew({ db, now }: Context, eventId: string): Promise<void> {
  const since = new Date(now.getTime() - DAY);
  const today = and(eq(announcements.eventId, eventId), gt(announcements.createdAt, since));
  if ((await db.$count(announcements, today)) >= MOST_A_DAY) throw conflict("too_many_today");
}
