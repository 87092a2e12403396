import { eq, sql } from "drizzle-orm";
import { type Event, events } from "@/db/schema/events";
import { type RemoteEvent, remoteEvents } from "@/db/schema/remote-events";
import { type Context, inTransaction } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { randomSlug } from "@/lib/core/text/random-slug";
import { changedFields } from "@/lib/events/changes";
import { managersOf } from "@/lib/events/hosts/hosting";
import { requireFitWords } from "@/lib/events/judge";
import { rememberTold } from "@/lib/events/pending-update";
import { forgetPlace, placeColumns } from "@/lib/events/places";
import { previousStartOf } from "@/lib/events/previous-start";
import { writeTags } from "@/lib/events/write";
import { record } from "@/lib/journal/record";
import { removePicture } from "@/lib/media/remove";
import { enqueuePicture } from "./pictures";
import type { ReadEvent } from "./read-event";

/** What was read, with those who announce it as they are known here. */
export type ToStore = ReadEvent & { organizerId: string; hostIds: string[] };

/**
 * Writes down what an event's own server says of it, as its organiser: a new one is announced, and of a known one the
 * fact says what changed, so that those of ours who come are told as for any event. What is older than what is known
 * changes nothing. Refuses what a rule of this server does not allow (`check_fields`), when it is new.
 */
export function storeEvent(ctx: Context, read: ToStore): Promise<Event> {
  const actor = { kind: "identity" as const, actorId: read.organizerId };
  return inTransaction({ ...ctx, actor }, async (tx) => {
    // There may be no row to lock yet: two servers may announce it at the same time.
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${read.columns.uri}, 1))`);
    const [before] = await tx.db
      .select({ event: events, remote: remoteEvents })
      .from(events)
      .leftJoin(remoteEvents, eq(remoteEvents.eventId, events.id))
      .where(eq(events.uri, read.columns.uri))
      .for("update", { of: events });
    if (!before) return announce(tx, read);
    // Taken out of sight by moderators, or about to go: it is asked for again should it come back.
    if (before.event.deletedAt) throw notFound("event_gone");
    return isOlder(read, before.remote)
      ? before.event
      : revise(tx, before.event, { read, remote: before.remote });
  });
}

/** Its server says when it changed it: what comes late, from a queue or another server, is known already. */
function isOlder({ remote: { changedAt } }: ToStore, known: RemoteEvent | null): boolean {
  return Boolean(changedAt && known?.changedAt && changedAt < known.changedAt);
}

async function announce(tx: Context, read: ToStore): Promise<Event> {
  const { columns, organizerId, hostIds } = read;
  const [event] = await tx.db
    .insert(events)
    .values({
      ...columns,
      ...(await placeColumns(tx, read.place)),
      ...{ organizerId, hostIds },
      slug: randomSlug(14),
      isOpenToMail: false,
      publishedAt: tx.now,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .returning();
  await writeTags(tx, event!.id, read.tags);
  await writeRemote(tx, event!, { read, remote: null });
  await record(tx, { kind: "event.published", eventId: event!.id, ...managersOf(event!) });
  await requireFitWords(tx, event!, event!);
  return event!;
}

type Revision = { read: ToStore; remote: RemoteEvent | null };

async function revise(tx: Context, before: Event, { read, remote }: Revision): Promise<Event> {
  const { columns, organizerId, hostIds, tags } = read;
  const next = {
    ...columns,
    ...(await placeColumns(tx, read.place)),
    ...{ organizerId, hostIds },
    previousStartsAt: columns.previousStartsAt ?? previousStartOf(before, columns.startsAt),
  };
  const changed = await changedFields(tx, before, { columns: next, tags });
  if (changed.length === 0) {
    const others = await writeRemote(tx, before, { read, remote });
    await tell(tx, before, others);
    return before;
  }
  const [event] = await tx.db
    .update(events)
    .set({ ...next, sequence: before.sequence + 1, version: before.version + 1, updatedAt: tx.now })
    .where(eq(events.id, before.id))
    .returning();
  await writeTags(tx, before.id, tags);
  await forgetPlace(tx, before.placeId);
  await rememberTold(tx, before, event!);
  changed.push(...(await writeRemote(tx, event!, { read, remote })));
  await tellChange(tx, before, { event: event!, changed });
  return event!;
}

/** What was called off is told as that; what else changed with it, beside. */
async function tellChange(
  tx: Context,
  before: Event,
  { event, changed }: { event: Event; changed: string[] },
) {
  const isCalledOff = event.status === "cancelled" && before.status !== "cancelled";
  if (isCalledOff) await record(tx, { kind: "event.cancelled", eventId: event.id, ...managersOf(event) });
  await tell(tx, event, isCalledOff ? changed.filter((column) => column !== "status") : changed);
}

async function tell(tx: Context, event: Event, changed: string[]): Promise<void> {
  if (changed.length === 0) return;
  await record(tx, { kind: "event.updated", eventId: event.id, ...managersOf(event), changed });
}

/** What only its server knows. Answers with what of it pages show and is new. */
async function writeRemote(tx: Context, event: Event, { read, remote }: Revision): Promise<string[]> {
  const values = {
    ...read.remote,
    changedAt: notAfter(tx.now, read.remote.changedAt) ?? remote?.changedAt ?? null,
    pictureUrl: read.picture?.url ?? null,
    pictureAlt: read.picture?.alt ?? "",
    // What is for a few is not stored at all.
    isForFew: false,
    refreshedAt: tx.now,
  };
  await tx.db
    .insert(remoteEvents)
    .values({ ...values, eventId: event.id })
    .onConflictDoUpdate({ target: remoteEvents.eventId, set: values });
  const isOther =
    values.pictureUrl !== (remote?.pictureUrl ?? null) || values.pictureAlt !== (remote?.pictureAlt ?? "");
  if (isOther && values.pictureUrl) await enqueuePicture(tx, { kind: "event", ofId: event.id });
  if (isOther && !values.pictureUrl) await dropPicture(tx, event);
  const counts = ["capacity", "participantCount", "remainingCapacity", "url"] as const;
  const isCountNew = remote && counts.some((count) => values[count] !== remote[count]);
  return [
    ...(isOther && remote ? ["pictureId"] : []),
    ...(remote?.isForFew ? ["visibility"] : []),
    ...(isCountNew ? ["counts"] : []),
  ];
}

/** A clock that goes wrong must not make every later change look old. */
export function notAfter(now: Date, changedAt: Date | null): Date | null {
  return changedAt && changedAt > now ? now : changedAt;
}

async function dropPicture(tx: Context, { id, pictureId }: Event): Promise<void> {
  await tx.db.update(events).set({ pictureId: null }).where(eq(events.id, id));
  await removePicture(tx, pictureId);
}
