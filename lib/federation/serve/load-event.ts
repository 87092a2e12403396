import { and, eq, getTableColumns, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventContacts } from "@/db/schema/event-hosts";
import { events } from "@/db/schema/events";
import { instanceSettings } from "@/db/schema/instance";
import { media } from "@/db/schema/media";
import { participations } from "@/db/schema/participations";
import { places } from "@/db/schema/places";
import { remoteActors } from "@/db/schema/remote-actors";
import { prepared } from "@/lib/core/prepared";
import { textPictures } from "@/lib/events/text-pictures";
import { tags } from "@/lib/participation/event-page";
import type { ToldEvent } from "../objects/told";
import { facesIn, ofActor, toldColumns, toldFace } from "./faces";

/** An announced event of this server with all that others are told of it, in one query; null for every other. */
export async function loadEventForPeers(db: Database, eventId: string): Promise<ToldEvent | null> {
  const [found] = await byId(db).execute({ eventId });
  return found ? toldEvent(found) : null;
}

/** The same by its address. */
export async function loadEventBySlug(db: Database, slug: string): Promise<ToldEvent | null> {
  const [found] = await bySlug(db).execute({ slug });
  return found ? toldEvent(found) : null;
}

/** Several at once, in no order. */
export async function loadEventsForPeers(db: Database, eventIds: string[]): Promise<ToldEvent[]> {
  if (eventIds.length === 0) return [];
  return (await select(db, inArray(events.id, eventIds))).map(toldEvent);
}

const pictures = alias(media, "pictures");

const hosts = facesIn(sql`${actors} a`, {
  where: sql`a.id = any(${events.hostIds})`,
  order: sql`array_position(${events.hostIds}, a.id)`,
});

/** Only those whose page everybody may open. */
const contacts = facesIn(sql`${eventContacts} named join ${actors} a on a.id = named.actor_id`, {
  where: sql`named.event_id = ${events.id} and a.visibility = 'public'`,
  order: sql`named.created_at`,
});

/** Read from the index by event, status and seats alone. */
const counts = sql<{ taken: number; going: number }>`(select json_build_object(
  'taken', coalesce(sum(${participations.seats}), 0),
  'going', coalesce(sum(${participations.seats}) filter (where ${participations.status} = 'approved'), 0))
  from ${participations} where ${participations.eventId} = ${events.id}
  and ${participations.status} in ('approved', 'offered'))`;

const takesMail = sql<boolean>`coalesce((select (${instanceSettings.data} ->> 'mailParticipation')::boolean
  from ${instanceSettings}), true)`;

const bySlug = prepared((db) =>
  select(db, eq(events.slug, sql.placeholder("slug"))).prepare("federation_event_by_slug"),
);

const byId = prepared((db) =>
  select(db, eq(events.id, sql.placeholder("eventId"))).prepare("federation_event_by_id"),
);

function select(db: Database, which: SQL) {
  return db
    .select({
      event: getTableColumns(events),
      organizer: toldColumns,
      place: getTableColumns(places),
      picture: getTableColumns(pictures),
      hosts,
      contacts,
      counts,
      tags,
      takesMail,
      textPictures,
    })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .leftJoin(remoteActors, ofActor)
    .leftJoin(pictures, eq(pictures.id, events.pictureId))
    .leftJoin(places, eq(places.id, events.placeId))
    .where(and(which, isAnnounced));
}

const isAnnounced = and(
  isNull(events.domain),
  isNotNull(events.publishedAt),
  isNull(events.deletedAt),
  isNull(actors.deletedAt),
);

function toldEvent({ counts, ...found }: Awaited<ReturnType<typeof select>>[number]): ToldEvent {
  return {
    ...found,
    ...counts,
    organizer: toldFace(found.organizer),
    hosts: found.hosts.map(toldFace),
    contacts: found.contacts.map(toldFace),
  };
}
