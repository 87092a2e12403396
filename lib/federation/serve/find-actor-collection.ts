import { and, eq } from "drizzle-orm";
import { follows } from "@/db/schema/follows";
import type { Context } from "@/lib/core/context";
import { endOf } from "@/lib/events/rules";
import { actorTag } from "@/lib/journal/tags";
import { announceActivity, createActivity } from "../objects/create";
import { eventDocument } from "../objects/event";
import type { ToldActor, ToldEvent } from "../objects/told";
import { collectionUri } from "../uris";
import { collectionPage, countedCollection, type PageAsked, pagedCollection } from "./collection";
import { loadNamed } from "./find-actor";
import {
  countAnnouncedEvents,
  countComingEvents,
  listAnnouncedEvents,
  listComingEvents,
} from "./list-events";
import { type Served, served } from "./served";
import { tagsOfEvent } from "./tags";

type Asked = { name: string; collection: string; page: PageAsked };

/** Numbers of followers are read again after this: following drops no page. */
const COUNTED_SECONDS = 60;
const LIST_SECONDS = 3600;
const SERVER_SECONDS = 300;

/** All that is on here is not for reading in one go. */
const MOST_SERVER_PAGES = 50;

/** A collection of an actor of this server. Of one whose page is not for everybody, nothing is in it. */
export async function findActorCollection(ctx: Context, asked: Asked): Promise<Served | null> {
  const actor = await loadNamed(ctx, asked.name);
  if (!actor) return null;
  if (actor.kind === "application" && (asked.page ?? 1) > MOST_SERVER_PAGES) return null;
  if (actor.visibility !== "public") return findClosed(actor, asked);
  if (asked.collection === "outbox") return findOutbox(ctx, actor, asked.page);
  if (asked.collection === "upcomingEvents") return findUpcoming(ctx, actor, asked.page);
  return findNumber(ctx, actor, asked);
}

function findClosed(actor: ToldActor, { collection, page }: Asked): Served | null {
  const isOfEvents = collection === "outbox" || collection === "upcomingEvents";
  if (page !== null) return null;
  return served(countedCollection(idOf(actor, collection), isOfEvents ? 0 : null), tagsOf(actor));
}

/** How many follow it, or how many it follows; never who. */
async function findNumber(
  ctx: Context,
  actor: ToldActor,
  { collection, page }: Asked,
): Promise<Served | null> {
  if (page !== null) return null;
  const { followedId, followerId, status } = follows;
  const side = collection === "followers" ? followedId : followerId;
  const total = await ctx.db.$count(follows, and(eq(side, actor.id), eq(status, "accepted")));
  const until = new Date(ctx.now.getTime() + COUNTED_SECONDS * 1000);
  return served(countedCollection(idOf(actor, collection), total), tagsOf(actor), until);
}

async function findOutbox(ctx: Context, actor: ToldActor, page: PageAsked): Promise<Served | null> {
  const id = idOf(actor, "outbox");
  const of = { actorId: ownOf(actor), now: ctx.now };
  if (page === null) {
    const total = await countAnnouncedEvents(ctx.db, of);
    return served(pagedCollection(id, total), tagsOf(actor), untilOf(ctx, actor));
  }
  const { told, hasMore } = await listAnnouncedEvents(ctx.db, { ...of, page });
  if (told.length === 0 && page > 1) return null;
  const said = of.actorId ? createActivity : announceActivity;
  const items = told.map((one) => said(eventDocument(one)));
  return served(collectionPage(id, { page, items, hasMore }), tagsOf(actor, told), untilOf(ctx, actor));
}

async function findUpcoming(ctx: Context, actor: ToldActor, page: PageAsked): Promise<Served | null> {
  const id = idOf(actor, "upcomingEvents");
  const of = { actorId: ownOf(actor), now: ctx.now };
  const { told, hasMore } = await listComingEvents(ctx.db, { ...of, page: page ?? 1 });
  if (told.length === 0 && page !== null && page > 1) return null;
  const items = told.map(eventDocument);
  const document =
    page === null
      ? pagedCollection(id, await countComingEvents(ctx.db, of))
      : collectionPage(id, { page, items, hasMore });
  return served(document, tagsOf(actor, told), untilOf(ctx, actor, told));
}

/** Whose events: those of the server's own actor are all of this server's. */
function ownOf({ id, kind }: ToldActor): string | null {
  return kind === "application" ? null : id;
}

/** When one of them is over and out of the list; of all events here something changes all the time. */
function untilOf({ now }: Context, { kind }: ToldActor, told: ToldEvent[] = []): Date {
  const latest = now.getTime() + (kind === "application" ? SERVER_SECONDS : LIST_SECONDS) * 1000;
  return new Date(Math.min(latest, ...told.map(({ event }) => endOf(event)?.getTime() ?? latest)));
}

function idOf({ uri }: ToldActor, collection: string): string {
  return collectionUri(uri, collection as Parameters<typeof collectionUri>[1]);
}

function tagsOf(actor: ToldActor, told: ToldEvent[] = []): string[] {
  return [...new Set([actorTag(actor.id), ...told.flatMap(tagsOfEvent)])];
}
