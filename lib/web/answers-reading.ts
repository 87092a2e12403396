import type { EventQuestion } from "@/db/schema/event-questions";
import { connection } from "@/lib/core/database";
import { AppError } from "@/lib/core/errors";
import { getEvent } from "@/lib/events/queries";
import { readInstance } from "@/lib/instance/settings";
import { listAnnouncementsTo } from "@/lib/participation/announcements/queries";
import { holderOf } from "@/lib/participation/by-mail/holder";
import { canRegisterByMail } from "@/lib/participation/by-mail/policy";
import { type EventPage, findEventPage } from "@/lib/participation/event-page";
import { findReplyByMail } from "@/lib/participation/own-reply";
import { listQuestions } from "@/lib/participation/questions/queries";

/** What people without an account are asked who answer this event; null where they cannot. */
export async function readByMail({
  event,
  organizer,
}: EventPage): Promise<{ questions: EventQuestion[] } | null> {
  const { db } = connection();
  const settings = await readInstance(db);
  if (!canRegisterByMail({ event, organizer, settings })) return null;
  return { questions: await listQuestions(db, event.id) };
}

/** All that whoever holds this link may see; null when it has ended. `page`: null when the event is gone. */
export async function readMailAnswer(token: string, now: Date) {
  const { db } = connection();
  const holder = await holderOf({ db, actor: { kind: "anonymous" }, now }, token).catch(ifOver);
  if (!holder) return null;
  const { participation } = holder;
  const [own, page, questions, messages] = await Promise.all([
    findReplyByMail(db, participation.id),
    readPage(participation.eventId),
    listQuestions(db, participation.eventId),
    listAnnouncementsTo(db, participation.eventId, { participationId: participation.id }),
  ]);
  return own ? { participation, own, page, questions, messages } : null;
}

async function readPage(eventId: string): Promise<EventPage | null> {
  const { db } = connection();
  return findEventPage(db, (await getEvent(db, eventId)).slug);
}

function ifOver(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
