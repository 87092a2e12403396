import { eq, inArray, sql } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { readingOf } from "@/lib/comments/rules";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { wordsOf } from "@/lib/events/judge";
import { canModerate } from "@/lib/instance/policy";
import type { SafetySettings } from "@/lib/instance/safety-settings";
import { readInstance } from "@/lib/instance/settings";
import { type Found, findIn } from "./found";

export const WAITING_PER_PAGE = 20;

/** A comment or an event that waits, named with the version that was read. */
export type Waiting = {
  kind: "comment" | "event";
  id: string;
  version: number;
  since: Date;
  title: string;
  html: string;
  slug: string;
  startsAt: Date | null;
  zone: string;
  place: string;
  found: Found;
  author: { name: string; handle: string; domain: string | null };
};

/** What waits for moderators, the oldest first. For moderators. */
export async function listWaiting(ctx: Context, page: number): Promise<Waiting[]> {
  authorize(canModerate(ctx.actor));
  const until = page * WAITING_PER_PAGE;
  const order = await ctx.db.execute<{ kind: Waiting["kind"]; id: string }>(sql`
    select kind, id from (
      (select 'comment' as kind, ${comments.id}, ${comments.heldAt} ${heldComments}
        order by ${comments.heldAt}, ${comments.id} limit ${until})
      union all (select 'event', ${events.id}, ${events.heldAt} ${heldEvents}
        order by ${events.heldAt}, ${events.id} limit ${until})) as oldest
    order by held_at, id limit ${WAITING_PER_PAGE} offset ${until - WAITING_PER_PAGE}`);
  const rows = [...order];
  const idsOf = (kind: Waiting["kind"]) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const settings = await readInstance(ctx.db);
  const [said, announced] = await Promise.all([
    readComments(ctx, settings, idsOf("comment")),
    readEvents(ctx, settings, idsOf("event")),
  ]);
  const found = new Map([...said, ...announced].map((one) => [one.id, one]));
  return rows.flatMap(({ id }) => found.get(id) ?? []);
}

/** More are not counted: each costs a look at who said it, and where. Those beyond come up as the oldest are decided about. */
const MOST_WAITING = 1_000;

/** How much waits, up to `MOST_WAITING`. For moderators. */
export async function countWaiting(ctx: Context): Promise<number> {
  authorize(canModerate(ctx.actor));
  const [row] = await ctx.db.execute<{ total: number }>(sql`
    select count(*)::int as total from (
      (select 1 ${heldComments} limit ${MOST_WAITING}) union all (select 1 ${heldEvents} limit ${MOST_WAITING})) as found`);
  return Math.min(row!.total, MOST_WAITING);
}

/**
 * Those of whoever is out of sight, or under what is, wait until they are back. The oldest are taken before it is asked who said
 * them and where ("offset 0" keeps that order), so that a page asks that for no more than it needs.
 */
const heldComments = sql`from (select * from ${comments} where ${comments.heldAt} is not null
    and ${comments.status} = 'waiting' and ${comments.deletedAt} is null
    order by ${comments.heldAt}, ${comments.id} offset 0) as comments
  inner join ${actors} on ${actors.id} = ${comments.authorId} and ${actors.deletedAt} is null
  inner join ${events} on ${events.id} = ${comments.eventId} and ${events.deletedAt} is null`;
const heldEvents = sql`from (select * from ${events} where ${events.heldAt} is not null and ${events.deletedAt} is null
    order by ${events.heldAt}, ${events.id} offset 0) as events
  inner join ${actors} on ${actors.id} = ${events.organizerId} and ${actors.deletedAt} is null`;

const author = { name: actors.name, handle: actors.handle, domain: actors.domain };

async function readComments({ db }: Context, settings: SafetySettings, ids: string[]): Promise<Waiting[]> {
  if (ids.length === 0) return [];
  const { title, slug, startsAt, zone, placeName: place } = events;
  const rows = await db
    .select({ comment: comments, event: { title, slug, startsAt, zone, place }, author })
    .from(comments)
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .innerJoin(events, eq(events.id, comments.eventId))
    .where(inArray(comments.id, ids));
  return rows.map(({ comment, event, author }) => {
    const { id, source: text, html, heldAt } = comment;
    const found = findIn(settings, { scope: "comments", text, html, isLocal: author.domain === null });
    return {
      kind: "comment",
      id,
      html,
      version: readingOf(comment),
      since: heldAt!,
      ...event,
      found,
      author,
    };
  });
}

async function readEvents({ db }: Context, settings: SafetySettings, ids: string[]): Promise<Waiting[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ event: events, author })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .where(inArray(events.id, ids));
  return rows.map(({ event, author }) => {
    const { id, title, slug, startsAt, zone, version, placeName: place, descriptionHtml: html } = event;
    return {
      kind: "event",
      id,
      html,
      version,
      since: event.heldAt!,
      title,
      slug,
      startsAt,
      zone,
      place,
      found: findIn(settings, { scope: "events", text: wordsOf(event), html, isLocal: true }),
      author,
    };
  });
}
