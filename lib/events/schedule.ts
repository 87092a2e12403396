import { and, eq, isNull, lt } from "drizzle-orm";
import { type Event, events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { instantOf } from "@/lib/core/dates/local-time";
import { AppError, authorize, conflict, invalidField } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { record } from "@/lib/journal/record";
import { managersOf } from "./hosts/hosting";
import { lockEvent } from "./lock";
import { canManageEvent } from "./policy";
import { publishEvent, requirePublishable } from "./publish";

/**
 * Lets a draft publish itself at a local time of its own zone. Refuses like publishing then would, with field errors
 * `publish_at_missing`, `publish_at_past` and those of times, and with `event_already_published`.
 */
export function schedulePublishing(ctx: Context, eventId: string, local: string): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    const draft = await lockEvent(tx.db, eventId);
    authorize(canManageEvent(tx.actor, draft));
    if (draft.publishedAt) throw conflict("event_already_published");
    const publishAt = readTime(local, draft.zone);
    if (publishAt <= tx.now) throw invalidField("publishAt", "publish_at_past");
    requirePublishable(draft, publishAt);

    const scheduled = await setPublishAt(tx, eventId, publishAt);
    await enqueuePublishing(tx, eventId, publishAt);
    return scheduled;
  });
}

/** The draft waits to be published by hand again. Repeating it is harmless. */
export function unschedulePublishing(ctx: Context, eventId: string): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    const draft = await lockEvent(tx.db, eventId);
    authorize(canManageEvent(tx.actor, draft));
    return setPublishAt(tx, eventId, null);
  });
}

/**
 * Publishes a draft whose time has come, as its organiser; nothing if that was taken back, put off or done. One that
 * cannot be published stays a draft, and the fact says why.
 */
export function publishDue(ctx: Context, eventId: string): Promise<void> {
  return inTransaction(ctx, async (system) => {
    const [draft] = await system.db.select().from(events).where(eq(events.id, eventId)).for("update");
    const isDue = draft?.publishAt && draft.publishAt <= system.now;
    if (!isDue || draft.publishedAt || draft.deletedAt) return;
    const tx: Context = { ...system, actor: { kind: "identity", actorId: draft.organizerId } };
    try {
      await publishEvent(tx, eventId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await setPublishAt(tx, eventId, null);
      const fields = [...new Set(Object.values(error.fieldErrors).flat())];
      const reasons = fields.length > 0 ? fields : [error.reason];
      await record(tx, { kind: "event.not_published", eventId, ...managersOf(draft), reasons });
    }
  });
}

/** From time to time: publishes what a job that was given up, or that met a deleted draft, has left. */
export async function sweepScheduled(ctx: Context): Promise<void> {
  const late = new Date(ctx.now.getTime() - 5 * 60_000);
  const rows = await ctx.db
    .select({ id: events.id })
    .from(events)
    .where(and(isNull(events.publishedAt), lt(events.publishAt, late), isNull(events.deletedAt)));
  for (const { id } of rows) await enqueuePublishing(ctx, id, ctx.now);
}

function enqueuePublishing(ctx: Context, eventId: string, runAt: Date): Promise<void> {
  return enqueue(ctx, {
    task: "publish-event",
    payload: { eventId },
    key: `publish-event:${eventId}`,
    runAt,
  });
}

function readTime(local: string, zone: string): Date {
  if (!local) throw invalidField("publishAt", "publish_at_missing");
  const time = instantOf(local, zone);
  if (time.kind === "ok" || time.kind === "ambiguous") return time.instant;
  throw invalidField("publishAt", time.kind === "nonexistent" ? "time_does_not_exist" : "time_not_valid");
}

async function setPublishAt({ db }: Context, eventId: string, publishAt: Date | null): Promise<Event> {
  const [event] = await db.update(events).set({ publishAt }).where(eq(events.id, eventId)).returning();
  return event!;
}
