import type { Event } from "@/db/schema/events";
import type { Media } from "@/db/schema/media";
import { isoInZone, isZone } from "@/lib/core/dates/zone";
import type { TextPicture } from "@/lib/media/sources";
import { pictureObject } from "./picture-object";

export type ArchivedEvent = {
  event: Event;
  tags: string[];
  /** What those who take part are asked. */
  questions: object[];
  /** Addresses of those who can be asked. */
  contacts: string[];
  picture: Media | null;
  textPictures: TextPicture[];
};

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

/** RFC 5545 and FEP-8a8e have no common words. */
const statuses: Record<Event["status"], [ical: string, fep: string]> = {
  confirmed: ["CONFIRMED", "EventScheduled"],
  tentative: ["TENTATIVE", "EventTentative"],
  cancelled: ["CANCELLED", "EventCancelled"],
  postponed: ["TENTATIVE", "EventPostponed"],
  moved_online: ["CONFIRMED", "EventMovedOnline"],
};

/** An event as ActivityStreams has it, with what was typed beside what was made of it. Nothing is left out. */
export function eventObject(
  { event, tags, questions, contacts, ...shown }: ArchivedEvent,
  actor: { uri: string },
): object {
  const [status, eventStatus] = statuses[event.status];
  const pictures = [shown.picture, ...shown.textPictures].filter((picture) => picture !== null);
  return {
    id: event.uri,
    type: "Event",
    url: event.uri,
    attributedTo: actor.uri,
    ...audienceOf(event, actor),
    name: event.title,
    content: event.descriptionHtml,
    mediaType: "text/html",
    source: { content: event.description, mediaType: "text/markdown" },
    startTime: timeOf(event.startsAt, event),
    endTime: timeOf(event.endsAt, event),
    previousStartDate: timeOf(event.previousStartsAt, event),
    timezone: event.zone,
    status,
    eventStatus,
    sequence: event.sequence,
    category: event.category,
    inLanguage: event.language,
    joinMode: event.joinMode === "approval" ? "restricted" : event.joinMode,
    maximumAttendeeCapacity: event.capacity ?? undefined,
    externalParticipationUrl: event.externalJoinUrl || undefined,
    ...furtherOf(event),
    contacts: contacts.length > 0 ? contacts : undefined,
    questions: questions.length > 0 ? questions : undefined,
    location: locationsOf(event),
    tag: tags.length > 0 ? tags.map((tag) => ({ type: "Hashtag", name: `#${tag}` })) : undefined,
    attachment: pictures.length > 0 ? pictures.map(pictureObject) : undefined,
    published: event.publishedAt?.toISOString(),
    created: event.createdAt.toISOString(),
    updated: event.updatedAt.toISOString(),
  };
}

/** What has no name in ActivityStreams, as the form calls it; what was left as it is unless somebody says so is not told. */
function furtherOf(event: Event): object {
  const { priceNote, ticketUrl, phone, metadata, latitude, longitude, publishAt } = event;
  return {
    commentsPolicy: event.commentsPolicy,
    commentsPauseSeconds: event.commentsPauseSeconds || undefined,
    guestList: event.guestList,
    guestsAllowed: event.guestsAllowed || undefined,
    isAddressHidden: event.isAddressHidden || undefined,
    isOpenToMail: event.isOpenToMail,
    waitlist: event.waitlist,
    offerHours: event.offerHours,
    waitlistStopsHours: event.waitlistStopsHours || undefined,
    placesAside: event.placesAside || undefined,
    retentionDays: event.retentionDays,
    priceNote: priceNote || undefined,
    ticketUrl: ticketUrl || undefined,
    phone: phone || undefined,
    metadata: metadata.length > 0 ? metadata : undefined,
    latitude: latitude ?? undefined,
    longitude: longitude ?? undefined,
    publishAt: publishAt?.toISOString(),
  };
}

/** The act of announcing it. */
export function createActivity(archived: ArchivedEvent, actor: { uri: string }): object {
  const { event } = archived;
  return {
    id: `${event.uri}#create`,
    type: "Create",
    actor: actor.uri,
    ...audienceOf(event, actor),
    published: event.publishedAt?.toISOString(),
    object: eventObject(archived, actor),
  };
}

/** Drafts are for nobody. Unlisted ones may be read by whoever has the address, but stand in no list. */
function audienceOf({ publishedAt, visibility }: Event, actor: { uri: string }): object {
  if (!publishedAt) return {};
  const followers = `${actor.uri}/followers`;
  return visibility === "public" ? { to: [PUBLIC], cc: [followers] } : { to: [followers], cc: [PUBLIC] };
}

function timeOf(instant: Date | null, { zone }: Event): string | undefined {
  return instant ? isoInZone(instant, isZone(zone) ? zone : "UTC") : undefined;
}

function locationsOf({ placeName, placeAddress, onlineUrl }: Event): object | object[] | undefined {
  const place = { type: "Place", name: placeName || undefined, address: placeAddress || undefined };
  const online = { type: "VirtualLocation", url: onlineUrl };
  const all = [...(placeName || placeAddress ? [place] : []), ...(onlineUrl ? [online] : [])];
  return all.length > 1 ? all : all[0];
}
