import type { ActorRow } from "@/db/schema/actors";
import type { Comment } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import type { Media } from "@/db/schema/media";
import type { Place } from "@/db/schema/places";
import type { ToldActor, ToldComment, ToldEvent, ToldFace } from "../told";

const at = (text: string) => new Date(text);
const origin = "http://localhost:3000";
const slug = "abcdefghjk2345";

export function someFace(handle: string, values: Partial<ToldFace> = {}): ToldFace {
  const uri = `${origin}/@${handle}`;
  const base = { id: `id of ${handle}`, uri, handle, domain: null, visibility: "public" as const };
  return { ...base, followers: `${uri}/followers`, ...values };
}

export function somePicture(values: Partial<Media> = {}): Media {
  return {
    id: "id of picture",
    name: "abcdefghjkmnpqrstuvw",
    kind: "picture",
    status: "ready",
    alt: "People around a table full of toasters",
    width: 1600,
    height: 900,
    widths: [480, 960, 1600],
    bytes: 240_000,
    createdAt: at("2026-11-01T10:00:00Z"),
    ...values,
  };
}

export const somePlace: Place = {
  id: "id of place",
  slug: "placeabcdefghj",
  name: "Werkstatt",
  street: "Beispielstr. 1",
  postalCode: "10115",
  locality: "Berlin",
  region: "Berlin",
  country: "DE",
  latitude: 52.5312345,
  longitude: 13,
  key: "key",
  createdAt: at("2026-11-01T10:00:00Z"),
};

const event: Event = {
  id: "01970000-0000-7000-8000-000000000000",
  slug,
  uri: `${origin}/events/${slug}`,
  domain: null,
  organizerId: "id of ada",
  hostIds: [],
  title: "Bike repair & tea",
  description: "Bring your **bike**.",
  descriptionHtml: "<p>Bring your <strong>bike</strong>.</p>",
  startsAt: at("2026-12-03T18:00:00Z"),
  endsAt: at("2026-12-03T21:00:00Z"),
  previousStartsAt: null,
  zone: "Europe/Berlin",
  status: "confirmed",
  visibility: "public",
  category: "SPORTS",
  language: "en",
  pictureId: null,
  focusX: 50,
  focusY: 50,
  placeId: null,
  placeName: "Werkstatt",
  placeAddress: "Beispielstr. 1, 10115 Berlin",
  latitude: 52.5312345,
  longitude: 13,
  isAddressHidden: false,
  onlineUrl: "",
  phone: "",
  priceNote: "",
  ticketUrl: "",
  metadata: [],
  commentsPolicy: "open",
  commentsPauseSeconds: 0,
  guestList: "hosts",
  guestsAllowed: 0,
  externalJoinUrl: "",
  joinMode: "free",
  capacity: 30,
  placesAside: 0,
  waitlist: "automatic",
  offerHours: 24,
  waitlistStopsHours: 0,
  isOpenToMail: true,
  retentionDays: 30,
  participantsForgottenAt: null,
  sequence: 0,
  publishedAt: at("2026-11-20T10:00:00Z"),
  publishAt: null,
  heldAt: null,
  version: 0,
  removal: null,
  deletedAt: null,
  createdAt: at("2026-11-19T10:00:00Z"),
  updatedAt: at("2026-11-21T10:00:00.123Z"),
};

/** A repair evening with 18 of 30 places taken, of which `values` changes columns. */
export function someEvent(values: Partial<Event> = {}, told: Partial<ToldEvent> = {}): ToldEvent {
  return {
    event: { ...event, ...values },
    organizer: someFace("ada"),
    hosts: [],
    contacts: [],
    place: somePlace,
    picture: null,
    textPictures: [],
    tags: [],
    taken: 18,
    going: 18,
    takesMail: true,
    ...told,
  };
}

export function someActor(values: Partial<ToldActor> = {}): ToldActor {
  const row: ActorRow = {
    id: "id of ada",
    kind: "person",
    handle: "ada",
    domain: null,
    uri: `${origin}/@ada`,
    name: "Ada Marchand",
    summary: "I run the **repair café**.",
    summaryHtml: "<p>I run the <strong>repair café</strong>.</p>",
    avatarId: null,
    bannerId: null,
    visibility: "public",
    deletedAt: null,
    suspendedAt: null,
    suspendedUntil: null,
    limitedAt: null,
    createdAt: at("2026-11-01T10:00:00Z"),
    updatedAt: at("2026-11-01T10:00:00Z"),
  };
  const key = {
    uri: `${origin}/@ada#key-abcdefgh`,
    publicPem: "-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n",
  };
  return { ...row, avatar: null, banner: null, fields: [], key, ...values };
}

export function someComment(values: Partial<Comment> = {}, told: Partial<ToldComment> = {}): ToldComment {
  const id = "5b0e3f8a-1111-4222-8333-444455556666";
  const comment: Comment = {
    id,
    uri: `${event.uri}/comments/${id}`,
    eventId: event.id,
    authorId: "id of grace",
    threadId: null,
    inReplyToId: null,
    source: "Is there **cake**?",
    html: "<p>Is there <strong>cake</strong>?</p>",
    status: "visible",
    isAnnouncement: false,
    isPinned: false,
    editedAt: null,
    deletedAt: null,
    removedAt: null,
    heldAt: null,
    createdAt: at("2026-11-22T09:30:00Z"),
    ...values,
  };
  return {
    comment,
    author: someFace("grace"),
    event: { ...event, isForFew: false },
    organizer: someFace("ada"),
    answered: null,
    mentions: [],
    ...told,
  };
}
