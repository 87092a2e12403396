import { and, inArray, isNotNull, isNull } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import { blockedDomains, blocks, mutedWords } from "@/db/schema/blocks";
import { comments } from "@/db/schema/comments";
import { eventAutosaves } from "@/db/schema/event-autosaves";
import { eventContacts, eventHosts } from "@/db/schema/event-hosts";
import { eventInvitations } from "@/db/schema/event-invitations";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { participations } from "@/db/schema/participations";
import { reports } from "@/db/schema/reports";

/** How much there is to write of these identities, for the progress: as many rows as `writeIdentity` steps over. */
export async function countOwn(db: Database, actorIds: string[]): Promise<number> {
  if (actorIds.length === 0) return 0;
  const of = (table: PgTable, owner: PgColumn) => db.$count(table, inArray(owner, actorIds));
  const announced = db.select({ id: events.id }).from(events).where(isNotNull(events.publishedAt));
  const counts = await Promise.all([
    of(events, events.organizerId),
    of(eventHosts, eventHosts.actorId),
    of(eventInvitations, eventInvitations.actorId),
    of(eventInvitations, eventInvitations.invitedById),
    of(follows, follows.followerId),
    of(blocks, blocks.blockerId),
    of(blockedDomains, blockedDomains.blockerId),
    of(mutedWords, mutedWords.actorId),
    of(reports, reports.reporterId),
    of(participations, participations.actorId),
    of(announcements, announcements.authorId),
    of(eventAutosaves, eventAutosaves.editorId),
    db.$count(comments, and(inArray(comments.authorId, actorIds), isNull(comments.deletedAt))),
    db.$count(
      eventContacts,
      and(inArray(eventContacts.actorId, actorIds), inArray(eventContacts.eventId, announced)),
    ),
  ]);
  return counts.reduce((sum, rows) => sum + rows, 0);
}
