import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventQuestions } from "@/db/schema/event-questions";
import { events, eventPictures as inTexts } from "@/db/schema/events";
import { type Media, media } from "@/db/schema/media";
import { participations } from "@/db/schema/participations";
import { rowsInPages } from "@/lib/core/rows-in-pages";
import { hostedBy } from "@/lib/events/hosts/hosted-by";
import { textPictures } from "@/lib/events/text-pictures";
import { maxCalendarEvents } from "@/lib/feeds/ics";
import { tags } from "@/lib/participation/event-page";
import type { ArchivedEvent } from "./event-object";
import { contacts } from "./own-contacts";

const PAGE = 200;

const { kind, label, isRequired, choices, position, eventId } = eventQuestions;

const questions = sql<object[]>`coalesce((select json_agg(json_build_object(
    'kind', ${kind}, 'label', ${label}, 'isRequired', ${isRequired}, 'choices', ${choices}) order by ${position})
  from ${eventQuestions} where ${eventId} = ${events.id}), '[]'::json)`;

/** What an identity announced, the newest first. */
export function publishedEvents(db: Database, organizerId: string): AsyncGenerator<ArchivedEvent> {
  const { publishedAt, id } = events;
  return rowsInPages(PAGE, (after) =>
    archivedEvents(db, [
      eq(events.organizerId, organizerId),
      isNotNull(publishedAt),
      after &&
        sql`(${publishedAt}, ${id}) < (${after.event.publishedAt?.toISOString()}::timestamptz, ${after.event.id}::uuid)`,
    ]).orderBy(desc(publishedAt), desc(id)),
  );
}

/** What only the identity sees. */
export function draftEvents(db: Database, organizerId: string): AsyncGenerator<ArchivedEvent> {
  return rowsInPages(PAGE, (after) =>
    archivedEvents(db, [
      eq(events.organizerId, organizerId),
      isNull(events.publishedAt),
      after && gt(events.id, after.event.id),
    ]).orderBy(asc(events.id)),
  );
}

function archivedEvents(db: Database, where: (SQL | undefined)[]) {
  return db
    .select({
      event: getTableColumns(events),
      tags,
      questions,
      contacts,
      picture: getTableColumns(media),
      textPictures,
    })
    .from(events)
    .leftJoin(media, eq(media.id, events.pictureId))
    .where(and(...where))
    .limit(PAGE)
    .$dynamic();
}

/** The pictures of all its events, each once. */
export function eventPictures(db: Database, organizerId: string): AsyncGenerator<Media> {
  const shown = db
    .select({ id: events.pictureId })
    .from(events)
    .where(and(eq(events.organizerId, organizerId), isNotNull(events.pictureId)))
    .union(
      db
        .select({ id: inTexts.mediaId })
        .from(inTexts)
        .innerJoin(events, eq(events.id, inTexts.eventId))
        .where(eq(events.organizerId, organizerId)),
    );
  return rowsInPages(PAGE, (after: Media | undefined) =>
    db
      .select()
      .from(media)
      .where(and(inArray(media.id, shown), after && gt(media.id, after.id)))
      .orderBy(asc(media.id))
      .limit(PAGE),
  );
}

/** What stands in an identity's calendar, by date: what it hosts and what it goes to. A file holds one page. */
export async function* calendarPages(db: Database, actorId: string) {
  const { startsAt, id } = events;
  const joined = db
    .select({ eventId: participations.eventId })
    .from(participations)
    .where(and(eq(participations.actorId, actorId), eq(participations.status, "approved")));
  const concerns = or(hostedBy(actorId), inArray(id, joined));
  for (let after: { startsAt: Date | null; id: string } | undefined; ; ) {
    const later =
      after && sql`(${startsAt}, ${id}) > (${after.startsAt?.toISOString()}::timestamptz, ${after.id}::uuid)`;
    const rows = await db
      .select({ event: getTableColumns(events), organizer: { name: actors.name }, tags })
      .from(events)
      .innerJoin(actors, eq(actors.id, events.organizerId))
      .where(and(concerns, isNotNull(events.publishedAt), later))
      .orderBy(asc(startsAt), asc(id))
      .limit(maxCalendarEvents);
    yield rows;
    if (rows.length < maxCalendarEvents) return;
    after = rows.at(-1)?.event;
  }
}
