import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventContacts } from "@/db/schema/event-hosts";
import { events, eventTags } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import { participations } from "@/db/schema/participations";
import { places } from "@/db/schema/places";
import { type RemoteEvent, remoteEvents } from "@/db/schema/remote-events";
import { servers } from "@/db/schema/servers";
import type { Actor } from "@/lib/core/context";
import { prepared } from "@/lib/core/prepared";
import { listHosts } from "@/lib/events/hosts/queries";
import { canSeeEvent } from "@/lib/events/policy";
import type { EventDetails } from "@/lib/events/queries";
import { textPictures } from "@/lib/events/text-pictures";
import { avatarColumns, faceColumns } from "@/lib/identities/queries";

/**
 * How an event is answered. `taken`: places that are held; `going` and `maybe`: people, with those whom they bring; `inLine`:
 * answers that wait for a place.
 */
export type AnswerCounts = { taken: number; going: number; maybe: number; inLine: number };

/**
 * An event with everything that its page shows. `place`: where the address is known by its parts. Who may learn of a hidden
 * address, and of the numbers, is for others to decide. `remote`: what its own server alone knows; null: it is of this one.
 */
export type EventPage = EventDetails &
  AnswerCounts & {
    remote: RemoteEvent | null;
    /** What that server runs; null: not known, or it is of this one. */
    software: string | null;
  };

const pictures = alias(media, "pictures");

/** The tags of an event, in the order of the organiser: a part of a query. */
export const tags = sql<string[]>`coalesce((select json_agg(${eventTags.tag} order by ${eventTags.position})
  from ${eventTags} where ${eventTags.eventId} = ${events.id}), '[]'::json)`;

const contactIds = sql<
  string[]
>`coalesce((select json_agg(${eventContacts.actorId} order by ${eventContacts.createdAt})
  from ${eventContacts} where ${eventContacts.eventId} = ${events.id}), '[]'::json)`;

const { eventId, seats, status } = participations;

/** Read from the index by event, status and seats alone. */
const counts = sql<AnswerCounts>`(select json_build_object(
  'taken', coalesce(sum(${seats}) filter (where ${status} in ('approved', 'offered')), 0),
  'going', coalesce(sum(${seats}) filter (where ${status} = 'approved'), 0),
  'maybe', coalesce(sum(${seats}) filter (where ${status} = 'maybe'), 0),
  'inLine', count(*) filter (where ${status} = 'waitlisted'))
  from ${participations} where ${eventId} = ${events.id}
  and ${status} in ('approved', 'offered', 'maybe', 'waitlisted'))`;

/**
 * The event at this address in one query, if everybody may see it, or one of these actors: somebody else's draft does
 * not exist.
 */
export async function findEventPage(
  db: Database,
  slug: string,
  actors: Actor[] = [],
): Promise<EventPage | null> {
  const [found] = await pageBySlug(db).execute({ slug });
  const readers: Actor[] = [{ kind: "anonymous" }, ...actors];
  if (!found || !readers.some((reader) => canSeeEvent(reader, found.event))) return null;
  const { face, avatar, contactIds, counts, ...page } = found;
  const [hosts, contacts] = await Promise.all([
    listHosts(db, found.event),
    listHosts(db, { hostIds: contactIds }),
  ]);
  return { ...page, ...counts, organizer: { ...face, avatar }, hosts, contacts };
}

const pageBySlug = prepared((db) =>
  db
    .select({
      event: getTableColumns(events),
      face: faceColumns,
      avatar: avatarColumns,
      picture: getTableColumns(pictures),
      place: getTableColumns(places),
      tags,
      contactIds,
      textPictures,
      counts,
      remote: getTableColumns(remoteEvents),
      software: servers.software,
    })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .leftJoin(pictures, eq(pictures.id, events.pictureId))
    .leftJoin(places, eq(places.id, events.placeId))
    .leftJoin(remoteEvents, eq(remoteEvents.eventId, events.id))
    .leftJoin(servers, eq(servers.domain, events.domain))
    .where(and(eq(events.slug, sql.placeholder("slug")), isNull(events.deletedAt), isNull(actors.deletedAt)))
    .prepare("event_page"),
);
