import { and, asc, eq, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { actors } from "@/db/schema/actors";
import { announcements } from "@/db/schema/announcements";
import { blocks } from "@/db/schema/blocks";
import { commentMentions, comments } from "@/db/schema/comments";
import { eventContacts, eventHosts } from "@/db/schema/event-hosts";
import { eventInvitations } from "@/db/schema/event-invitations";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { moderationLog } from "@/db/schema/moderation-log";
import { participations } from "@/db/schema/participations";
import { reportCases, reports } from "@/db/schema/reports";
import { type Context, inTransaction } from "@/lib/core/context";
import { managersOf } from "@/lib/events/hosts/hosting";
import { removeEvent } from "@/lib/events/remove";
import { record } from "@/lib/journal/record";
import { removePicture } from "@/lib/media/remove";

const DAYS_OVER = 90;
const DAYS_IDLE = 30;
const MOST_AT_ONCE = 200;

/** What keeps an actor of another server known here; a test compares it with the database. */
export const whatTies: AnyPgColumn[] = [
  blocks.blockedId,
  follows.followerId,
  follows.followedId,
  events.organizerId,
  eventHosts.actorId,
  eventHosts.invitedById,
  eventContacts.actorId,
  eventInvitations.actorId,
  eventInvitations.invitedById,
  participations.actorId,
  comments.authorId,
  commentMentions.actorId,
  announcements.authorId,
  reportCases.actorId,
  reports.reporterId,
  moderationLog.actorId,
];

/**
 * Forgets what other servers told and nobody here wants any more: events that were over three months ago and of which
 * nobody here was a part, and people and groups whom nothing here leads to. Some hundred a run.
 */
export async function sweepRemote(ctx: Context): Promise<void> {
  await sweepEvents(ctx);
  await sweepActors(ctx);
}

/** No mark is left: who asks for it by its address gets it again. */
async function sweepEvents(ctx: Context): Promise<void> {
  const due = await ctx.db
    .select()
    .from(events)
    .where(
      and(
        isNotNull(events.domain),
        lt(sql`coalesce(${events.endsAt}, ${events.startsAt})`, daysBefore(ctx, DAYS_OVER).toISOString()),
        isNoneOfOurs(participations.actorId, participations.eventId),
        isNoneOfOurs(comments.authorId, comments.eventId),
      ),
    )
    .orderBy(asc(events.id))
    .limit(MOST_AT_ONCE);
  for (const event of due) {
    const { id: eventId, uri, organizerId } = event;
    await inTransaction({ ...ctx, actor: { kind: "identity", actorId: organizerId } }, async (tx) => {
      await removeEvent(tx, event);
      await record(tx, { kind: "event.deleted", eventId, ...managersOf(event), uri });
    });
  }
}

function isNoneOfOurs(actorId: AnyPgColumn, eventId: AnyPgColumn): SQL {
  return sql`not exists (select 1 from ${actorId.table} join ${actors} on ${actors.id} = ${actorId}
    where ${eventId} = ${events.id} and ${actors.domain} is null)`;
}

async function sweepActors(ctx: Context): Promise<void> {
  const isIdle = and(
    isNotNull(actors.domain),
    // Whom moderators took out of sight must not come back as somebody new.
    isNull(actors.suspendedAt),
    lt(actors.createdAt, daysBefore(ctx, DAYS_IDLE)),
    lt(actors.updatedAt, daysBefore(ctx, DAYS_IDLE)),
    ...whatTies.map(
      (column) => sql`not exists (select 1 from ${column.table} where ${column} = ${actors.id})`,
    ),
    sql`not exists (select 1 from ${events} where ${events.hostIds} @> array[${actors.id}])`,
  );
  const idle = await ctx.db.select({ id: actors.id }).from(actors).where(isIdle).limit(MOST_AT_ONCE);
  for (const { id } of idle)
    await inTransaction(ctx, async (tx) => {
      const [gone] = await tx.db
        .delete(actors)
        .where(and(eq(actors.id, id), isIdle))
        .returning();
      await removePicture(tx, gone?.avatarId ?? null);
      await removePicture(tx, gone?.bannerId ?? null);
    });
}

function daysBefore({ now }: Context, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
