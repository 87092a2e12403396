import { and, eq } from "drizzle-orm";
import { follows } from "@/db/schema/follows";
import type { Context } from "@/lib/core/context";
import { endOf } from "@/lib/events/rules";
import { actorTag, INSTANCE, UPCOMING } from "@/lib/journal/tags";
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

/** A collection of an actor of this server. Of one whose page is not for everybody, nothing is in it. */
export async function findActorCollection(ctx: Context, asked: Asked): Promise<Served | null> {
  const actor = await loadNamed(ctx, asked.name);
  if (!actor) return null;
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
  const actorId = ownOf(actor);
  if (page === null) {
    const total = await countAnnouncedEvents(ctx.db, actorId);
    return served(pagedCollection(id, total), tagsOf(actor));
  }
  const { told, hasMore } = await listAnnouncedEvents(ctx.db, { actorId, page });
  if (told.length === 0 && page > 1) return null;
  const said = actorId ? createActivity : announceActivity;
  const items = told.map((one) => said(eventDocument(one)));
  return served(collectionPage(id, { page, items, hasMore }), tagsOf(actor, told));
}

async function findUpcoming(ctx: Context, actor: ToldActor, page: PageAsked): Promise<Served | null> {
  const id = idOf(actor, "upcomingEvents");
  const asked = { actorId: ownOf(actor), now: ctx.now };
  const { told, hasMore } = await listComingEvents(ctx.db, { ...asked, page: page ?? 1 });
  if (told.length === 0 && page !== null && page > 1) return null;
  if (page === null) {
    const total = await countComingEvents(ctx.db, asked);
    return served(pagedCollection(id, total), tagsOf(actor, told), nextEnd(ctx, told));
  }
  const items = told.map(eventDocument);
  return served(collectionPage(id, { page, items, hasMore }), tagsOf(actor, told), nextEnd(ctx, told));
}

/** Whose events: those of the server's own actor are all of this server's. */
function ownOf({ id, kind }: ToldActor): string | null {
  return kind === "application" ? null : id;
}

/** When one of them is over and out of the list. */
function nextEnd({ now }: Context, told: ToldEvent[]): Date {
  const hour = now.getTime() + 3_600_000;
  return new Date(Math.min(hour, ...told.map(({ event }) => endOf(event)?.getTime() ?? hour)));
}

function idOf({ uri }: ToldActor, collection: string): string {
  return collectionUri(uri, collection as Parameters<typeof collectionUri>[1]);
}

function tagsOf(actor: ToldActor, told: ToldEvent[] = []): string[] {
  const whole = actor.kind === "application" ? [UPCOMING] : [];
  return [...new Set([INSTANCE, actorTag(actor.id), ...whole, ...told.flatMap(tagsOfEvent)])];
}
