import { eq } from "drizzle-orm";
import { eventQuestions } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { canManageEvent } from "./policy";
import { getEvent } from "./queries";

/**
 * The picture of an event that is announced again, which both show from now on. None if the actor does not manage that
 * event: hosts may go on as another of their identities, and then choose a picture anew.
 */
export async function copiedPicture(tx: Context, copyOf: string | undefined): Promise<string | null> {
  return (await findCopied(tx, copyOf))?.pictureId ?? null;
}

/** Asks those who come to the new event what the one that is announced again asks. None, as for the picture. */
export async function copyQuestions(tx: Context, eventId: string, copyOf: string | undefined): Promise<void> {
  const copied = await findCopied(tx, copyOf);
  if (!copied) return;
  const rows = await tx.db.select().from(eventQuestions).where(eq(eventQuestions.eventId, copied.id));
  if (rows.length === 0) return;
  const asked = rows.map(({ id: _, ...question }) => ({ ...question, eventId, createdAt: tx.now }));
  await tx.db.insert(eventQuestions).values(asked);
}

async function findCopied(tx: Context, copyOf: string | undefined): Promise<Event | null> {
  const event = copyOf ? await getEvent(tx.db, copyOf).catch(() => null) : null;
  return event && !event.deletedAt && canManageEvent(tx.actor, event) ? event : null;
}
