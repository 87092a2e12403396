import { and, asc, eq, getTableColumns, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Event, events, eventTags } from "@/db/schema/events";
import { type Media, media } from "@/db/schema/media";
import { type Place, places } from "@/db/schema/places";
import type { Actor } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { avatarColumns, type Face, faceColumns } from "@/lib/identities/queries";
import type { TextPicture } from "@/lib/media/sources";
import { listContacts } from "./contacts";
import { listHosts } from "./hosts/queries";
import { canManageEvent, canSeeEvent } from "./policy";
import { textPictures } from "./text-pictures";

/** An event with what its page shows of it. */
export type EventDetails = {
  event: Event;
  organizer: Face;
  /** Who hosts it with the organiser. */
  hosts: Face[];
  picture: Media | null;
  /** The pictures in its text. */
  textPictures: TextPicture[];
  tags: string[];
  /** Where the address is known by its parts. Who may learn of it: `visibleAddress` in lib/participation. */
  place: Place | null;
  /** Who can be asked about it. */
  contacts: Face[];
};

export async function getEvent(db: Database, id: string): Promise<Event> {
  const [event] = await db.select().from(events).where(eq(events.id, id));
  if (!event) throw notFound("event_not_found");
  return event;
}

/** The event at this address if the actor may see it: somebody else's draft does not exist. */
export async function findEventBySlug(
  db: Database,
  slug: string,
  actor: Actor,
): Promise<EventDetails | null> {
  const found = await findDetails(db, slug);
  return found && canSeeEvent(actor, found.event) ? found : null;
}

/**
 * The event at this address if one of these identities manages it: for the account that they belong to. `acting`: which of
 * them does, the first in their order.
 */
export async function findEventOf<Own extends Pick<Face, "id">>(
  db: Database,
  slug: string,
  own: Own[],
): Promise<(EventDetails & { acting: Own }) | null> {
  const found = await findDetails(db, slug);
  const acting =
    found && own.find(({ id }) => canManageEvent({ kind: "identity", actorId: id }, found.event));
  return found && acting ? { ...found, acting } : null;
}

async function findDetails(db: Database, slug: string): Promise<EventDetails | null> {
  const [found] = await db
    .select({
      event: getTableColumns(events),
      face: faceColumns,
      avatar: avatarColumns,
      place: getTableColumns(places),
      textPictures,
    })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .leftJoin(places, eq(places.id, events.placeId))
    .where(and(eq(events.slug, slug), isNull(events.deletedAt), isNull(actors.deletedAt)));
  if (!found) return null;
  const [picture, tags, hosts, contacts] = await Promise.all([
    findPicture(db, found.event),
    listTags(db, found.event.id),
    listHosts(db, found.event),
    listContacts(db, found.event.id),
  ]);
  const { face, avatar, ...shown } = found;
  return { ...shown, organizer: { ...face, avatar }, hosts, picture, tags, contacts };
}

async function findPicture(db: Database, { pictureId }: Event): Promise<Media | null> {
  if (!pictureId) return null;
  const [picture] = await db.select().from(media).where(eq(media.id, pictureId));
  return picture ?? null;
}

async function listTags(db: Database, eventId: string): Promise<string[]> {
  const rows = await db
    .select({ tag: eventTags.tag })
    .from(eventTags)
    .where(eq(eventTags.eventId, eventId))
    .orderBy(asc(eventTags.position));
  return rows.map((row) => row.tag);
}
