import { and, eq, sql } from "drizzle-orm";
import { type Event, events } from "@/db/schema/events";
import { remoteEvents } from "@/db/schema/remote-events";
import { servers } from "@/db/schema/servers";
import { tombstones } from "@/db/schema/tombstones";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict, notFound } from "@/lib/core/errors";
import { findDomainPolicy, refuseSuspended } from "@/lib/instance/domain-policy";
import { record } from "@/lib/journal/record";
import type { Document } from "../activity";
import { fetchDocument } from "../fetch/document";
import { idIn } from "../read";
import { domainOf, isOurs } from "../uris";
import { importActor } from "./actor";
import { type ReadEvent, readEvent } from "./read-event";
import { instantIn, isOutOfReach } from "./read-times";
import { notAfter, storeEvent } from "./store-event";
import { wantsEventsOf } from "./wanted";

type Wish = {
  /** Ask for it even if it is known. */
  fresh?: boolean;
  /** The activity that brought it, for servers that say there alone whom it is for. */
  audience?: Document;
  /** Only those find it who have its address, until somebody here follows who announces it. */
  isUnlisted?: boolean;
};

/**
 * The event of another server with this id, or in this document, which its own server said or signed: the caller knows,
 * and knows that it is wanted (`wantsEvent`). Refuses with `event_not_found`, `event_gone`, `event_not_readable`,
 * `not_public`, `out_of_reach` and like `importActor`; a server that is down is thrown, to be tried again.
 */
export async function importEvent(
  ctx: Context,
  source: string | Document,
  { fresh = false, ...wish }: Wish = {},
): Promise<Event> {
  if (typeof source === "string") {
    if (isOurs(source)) throw notFound("event_not_found");
    const known = fresh ? null : await findEventByUri(ctx, source);
    if (known) return known;
  }
  const document = typeof source === "string" ? await fetchDocument(ctx, source) : source;
  return keep(ctx, document, wish);
}

/** The event with this id, of this server or of another, unless it is gone. */
export async function findEventByUri({ db }: Pick<Context, "db">, uri: string): Promise<Event | null> {
  const [event] = await db.select().from(events).where(eq(events.uri, uri));
  return event && !event.deletedAt ? event : null;
}

async function keep(ctx: Context, document: Document, { audience, isUnlisted }: Wish): Promise<Event> {
  const uri = idIn(document.id);
  if (!uri || isOurs(uri)) throw notFound("event_not_found");
  await refuseSuspended(ctx.db, domainOf(uri));
  if (await isTombstoned(ctx, uri)) throw notFound("event_gone");
  const software = await softwareOf(ctx, domainOf(uri));
  const known = await findEventByUri(ctx, uri);
  const visibility = known && !(await isForFew(ctx, known.id)) ? known.visibility : null;
  const read = readEvent(document, {
    software,
    ...(audience && { audience }),
    ...(visibility && { visibility }),
  });
  if ("refusal" in read) {
    if (known && read.refusal === "not_public") await hide(ctx, known, document);
    throw conflict(read.refusal);
  }
  if (!known && isOutOfReach(read.columns, ctx.now)) throw conflict("out_of_reach");
  const organizer = await importActor(ctx, read.organizerUri);
  const hostIds = await hostsOf(ctx, read.hostUris);
  const isSilenced = (await findDomainPolicy(ctx.db, domainOf(uri)))?.severity === "silence";
  if (isSilenced || (await staysUnlisted(ctx, read, known ? known.visibility === "unlisted" : isUnlisted)))
    read.columns.visibility = "unlisted";
  return storeEvent(ctx, { ...read, organizerId: organizer.id, hostIds });
}

/**
 * What came because somebody was invited is in no list, whatever its host says of it later: else anybody could fill
 * calendars with invitations. Once somebody here follows who announces it, it is told like all that they announce.
 */
async function staysUnlisted(
  ctx: Context,
  { organizerUri, hostUris }: ReadEvent,
  isUnlisted = false,
): Promise<boolean> {
  return isUnlisted && !(await wantsEventsOf(ctx, [organizerUri, ...hostUris]));
}

/**
 * Not for all any more: those who come keep it, nobody finds it, and what is said under it is for a few. What was said of
 * it before, and comes late, does not open it again.
 */
async function hide(ctx: Context, { id, organizerId, hostIds }: Event, { updated }: Document): Promise<void> {
  await inTransaction({ ...ctx, actor: { kind: "identity", actorId: organizerId } }, async (tx) => {
    await tx.db.select({ id: events.id }).from(events).where(eq(events.id, id)).for("update");
    const changedAt = notAfter(tx.now, instantIn(updated));
    const later = sql`greatest(${remoteEvents.changedAt}, ${changedAt?.toISOString()}::timestamptz)`;
    const [hidden] = await tx.db
      .update(remoteEvents)
      .set({ isForFew: true, ...(changedAt && { changedAt: later }) })
      .where(and(eq(remoteEvents.eventId, id), eq(remoteEvents.isForFew, false)))
      .returning();
    if (!hidden) return;
    await tx.db.update(events).set({ visibility: "unlisted", updatedAt: tx.now }).where(eq(events.id, id));
    await record(tx, { kind: "event.updated", eventId: id, organizerId, hostIds, changed: ["visibility"] });
  });
}

async function isForFew({ db }: Context, eventId: string): Promise<boolean> {
  const { isForFew } = remoteEvents;
  const [found] = await db.select({ isForFew }).from(remoteEvents).where(eq(remoteEvents.eventId, eventId));
  return found?.isForFew ?? false;
}

/** Hosts whom their server does not name in this time are left out until it is asked again: others wait for the same job. */
const LONGEST_MS = 20_000;

/** Who hosts it with the organiser, as far as their server tells. */
async function hostsOf(ctx: Context, uris: string[]): Promise<string[]> {
  const until = Date.now() + LONGEST_MS;
  const ids: string[] = [];
  for (const uri of uris) {
    if (Date.now() > until) break;
    try {
      ids.push((await importActor(ctx, uri)).id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return ids;
}

async function isTombstoned({ db }: Context, uri: string): Promise<boolean> {
  const found = await db.select({ uri: tombstones.uri }).from(tombstones).where(eq(tombstones.uri, uri));
  return found.length > 0;
}

async function softwareOf({ db }: Context, domain: string): Promise<string> {
  const [server] = await db
    .select({ software: servers.software })
    .from(servers)
    .where(eq(servers.domain, domain));
  return server?.software ?? "";
}
