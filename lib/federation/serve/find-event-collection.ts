import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { canSeeParticipants } from "@/lib/participation/policy";
import { organizersOf } from "../objects/event";
import { tellsNumbers } from "../objects/summary";
import type { ToldEvent } from "../objects/told";
import { collectionUri } from "../uris";
import { collectionPage, countedCollection, PAGE_SIZE, type PageAsked, pagedCollection } from "./collection";
import { listReplies } from "./list-replies";
import { loadEventBySlug } from "./load-event";
import { type Served, served } from "./served";
import { tagsOfEvent } from "./tags";

/** A collection of an event of this server. */
export async function findEventCollection(
  ctx: Context,
  { slug, collection, page }: { slug: string; collection: string; page: PageAsked },
): Promise<Served | null> {
  const told = await loadEventBySlug(ctx.db, slug);
  if (!told) return null;
  if (collection === "organizers")
    return page === null ? served(organizersOf(told), tagsOfEvent(told)) : null;
  return collection === "attendees" ? findAttendees(ctx, told, page) : findReplies(ctx, told, page);
}

/** Who comes: named where the hosts let everybody see it, and then only those who may be known by others. */
async function findAttendees(ctx: Context, told: ToldEvent, page: PageAsked): Promise<Served | null> {
  const id = collectionUri(told.event.uri, "attendees");
  const total = tellsNumbers(told.event) ? told.going : null;
  const isNamed = canSeeParticipants(told.event, null);
  if (page === null) {
    const collection = isNamed ? pagedCollection(id, total) : countedCollection(id, total);
    return served(collection, tagsOfEvent(told));
  }
  if (!isNamed) return null;
  const uris = await listAttendees(ctx, told.event.id, page);
  if (uris.length === 0 && page > 1) return null;
  const items = uris.slice(0, PAGE_SIZE);
  const hasMore = uris.length > PAGE_SIZE;
  // A name that goes out of sight drops nothing here: soon it is read again.
  const until = new Date(ctx.now.getTime() + 60_000);
  return served(collectionPage(id, { page, items, hasMore }), tagsOfEvent(told), until);
}

/** In an order that tells nothing of who came with whom. */
async function listAttendees({ db }: Context, eventId: string, page: number): Promise<string[]> {
  const { actorId, isHidden, status } = participations;
  const rows = await db
    .select({ uri: actors.uri })
    .from(participations)
    .innerJoin(actors, eq(actors.id, actorId))
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(status, sql`'approved'`),
        isNotNull(actorId),
        sql`not ${isHidden}`,
        isNull(actors.deletedAt),
        eq(actors.visibility, "public"),
      ),
    )
    .orderBy(asc(participations.id))
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE);
  return rows.map(({ uri }) => uri);
}

async function findReplies(ctx: Context, told: ToldEvent, page: PageAsked): Promise<Served | null> {
  const id = collectionUri(told.event.uri, "replies");
  const { items, total, hasMore, tags } = await listReplies(ctx.db, told.event.id, page ?? 1);
  if (items.length === 0 && page !== null && page > 1) return null;
  const document = page === null ? pagedCollection(id, total) : collectionPage(id, { page, items, hasMore });
  return served(document, [...tagsOfEvent(told), ...tags]);
}
