import { and, asc, desc, eq, inArray, notExists, notInArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { eventAutosaves } from "@/db/schema/event-autosaves";
import { events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, authorize } from "@/lib/core/errors";
import { canAnnounceEvent, canManageEvent } from "./policy";

/** A form of an event as it was typed: text alone, by field. */
export type TypedForm = { eventId: string; version: number; values: Record<string, string | string[]> };

/** What was typed and not saved. */
export type KeptForm = typeof eventAutosaves.$inferSelect;

const MOST_CHARACTERS = 200_000;
/** Unsaved forms of one identity; the one that was left longest ago makes room. */
const MOST_FORMS = 20;

/**
 * Keeps what somebody typed into an event's form apart from the event, seen by them alone, until they save or throw it
 * away. The event may not exist yet. Refuses with `typed_too_much`.
 */
export function keepTyped(ctx: Context, { eventId, version, values }: TypedForm): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAnnounceEvent(tx.actor));
    const editorId = tx.actor.actorId;
    const [event] = await tx.db.select().from(events).where(eq(events.id, eventId));
    authorize(!event || canManageEvent(tx.actor, event));
    if (JSON.stringify(values).length > MOST_CHARACTERS) throw new AppError("invalid", "typed_too_much");
    const form = { values, baseVersion: version, savedAt: tx.now };
    await tx.db
      .insert(eventAutosaves)
      .values({ eventId, editorId, ...form })
      .onConflictDoUpdate({ target: [eventAutosaves.eventId, eventAutosaves.editorId], set: form });
    await makeRoom(tx, editorId);
  });
}

/** What one of these identities typed last about an event and did not save. */
export async function findTyped(
  db: Database,
  eventId: string,
  editorIds: string[],
): Promise<KeptForm | null> {
  const [kept] = await db
    .select()
    .from(eventAutosaves)
    .where(and(eq(eventAutosaves.eventId, eventId), inArray(eventAutosaves.editorId, editorIds)))
    .orderBy(desc(eventAutosaves.savedAt))
    .limit(1);
  return kept ?? null;
}

/** What one of these identities typed last of an event that does not exist yet. */
export async function findNewTyped(db: Database, editorIds: string[]): Promise<KeptForm | null> {
  const saved = db.select({ id: events.id }).from(events).where(eq(events.id, eventAutosaves.eventId));
  const [kept] = await db
    .select()
    .from(eventAutosaves)
    .where(and(inArray(eventAutosaves.editorId, editorIds), notExists(saved)))
    .orderBy(desc(eventAutosaves.savedAt))
    .limit(1);
  return kept ?? null;
}

/** It was saved, or thrown away. Repeating it is harmless. */
export async function forgetTyped({ db, actor }: Context, eventId: string): Promise<void> {
  if (actor.kind !== "identity") return;
  await db
    .delete(eventAutosaves)
    .where(and(eq(eventAutosaves.eventId, eventId), eq(eventAutosaves.editorId, actor.actorId)));
}

async function makeRoom({ db }: Context, editorId: string): Promise<void> {
  const newest = db
    .select({ eventId: eventAutosaves.eventId })
    .from(eventAutosaves)
    .where(eq(eventAutosaves.editorId, editorId))
    .orderBy(desc(eventAutosaves.savedAt), asc(eventAutosaves.eventId))
    .limit(MOST_FORMS);
  await db
    .delete(eventAutosaves)
    .where(and(eq(eventAutosaves.editorId, editorId), notInArray(eventAutosaves.eventId, newest)));
}
