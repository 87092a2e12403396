import { eq } from "drizzle-orm";
import type { z } from "zod";
import { type Announcement, announcements } from "@/db/schema/announcements";
import { type Context, inTransaction } from "@/lib/core/context";
import { instantOf } from "@/lib/core/dates/local-time";
import { env } from "@/lib/core/env";
import { authorize, conflict, invalidField, notFound } from "@/lib/core/errors";
import { cleanLine, cleanText } from "@/lib/core/text/clean";
import { randomSlug } from "@/lib/core/text/random-slug";
import { lockEvent } from "@/lib/events/lock";
import { enqueue } from "@/lib/jobs/enqueue";
import { canAnnounce } from "../policy";
import { type announcementInput, statusesOf } from "./input";
import { send } from "./send";

/** So far ahead something may be written. */
const DAYS_AHEAD = 366;

/**
 * A host tells those who stand in one of these ways something, now or at a local time of the event. Who they are is
 * settled when it goes out. The form sent twice writes once. Refuses with `event_not_published`, for later with
 * `event_cancelled`, with `announcement_not_found` if the id is of another event's, and the field errors
 * `announcement_in_the_past`, `time_not_valid`, `time_does_not_exist`, `too_far_ahead`.
 */
export function writeAnnouncement(
  ctx: Context,
  { eventId, announcementId, audience, subject, body, sendAt: local }: z.output<typeof announcementInput>,
): Promise<Announcement> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, eventId);
    authorize(canAnnounce(tx.actor, event));
    if (!event.publishedAt) throw conflict("event_not_published");
    const written = await findWritten(tx, announcementId);
    if (written && written.eventId !== eventId) throw notFound("announcement_not_found");
    if (written) return written;
    if (local && event.status === "cancelled") throw conflict("event_cancelled");
    const sendAt = local ? readTime(local, event.zone, tx.now) : tx.now;

    const [announcement] = await tx.db
      .insert(announcements)
      .values({
        id: announcementId,
        eventId,
        authorId: tx.actor.actorId,
        statuses: audience.flatMap((each) => [...statusesOf[each]]),
        subject: cleanLine(subject),
        body: cleanText(body),
        uri: `${env().ORIGIN}/announcements/${randomSlug(20)}`,
        sendAt,
        createdAt: tx.now,
      })
      .returning();
    if (!local) return send(tx, announcement!);
    await sendLater(tx, announcement!);
    return announcement!;
  });
}

async function findWritten({ db }: Context, id: string): Promise<Announcement | undefined> {
  const [written] = await db.select().from(announcements).where(eq(announcements.id, id));
  return written;
}

/** The job sends it when its time has come; asking twice is harmless. */
export function sendLater(ctx: Context, { id, sendAt }: Pick<Announcement, "id" | "sendAt">): Promise<void> {
  const payload = { announcementId: id };
  return enqueue(ctx, { task: "send-announcement", payload, key: `send-announcement:${id}`, runAt: sendAt });
}

function readTime(local: string, zone: string, now: Date): Date {
  const time = instantOf(local, zone);
  if (time.kind !== "ok" && time.kind !== "ambiguous")
    throw invalidField("sendAt", time.kind === "nonexistent" ? "time_does_not_exist" : "time_not_valid");
  if (time.instant <= now) throw invalidField("sendAt", "announcement_in_the_past");
  if (time.instant.getTime() - now.getTime() > DAYS_AHEAD * 86_400_000)
    throw invalidField("sendAt", "too_far_ahead");
  return time.instant;
}
