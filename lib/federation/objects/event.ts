import type { Event } from "@/db/schema/events";
import { isoInZone, isZone } from "@/lib/core/dates/zone";
import { endOf } from "@/lib/events/rules";
import type { Document } from "../activity";
import { collectionUri } from "../uris";
import { attachmentsOf, hashtag } from "./attachments";
import { audienceOf } from "./audience";
import { known, momentText } from "./known";
import { locationDocument } from "./place";
import { placesLeft, summaryHtml, tellsNumbers } from "./summary";
import { absoluteHtml, inLanguage } from "./text";
import type { ToldEvent } from "./told";

/**
 * An announced event in the one form that FEP-8a8e, Mobilizon, Gancio and the WordPress bridge all take (decision 0030).
 * Says what everybody may know, and nothing else.
 */
export function eventDocument(told: ToldEvent): Document {
  const { event, organizer, hosts } = told;
  const content = absoluteHtml(event.descriptionHtml);
  return known({
    type: "Event",
    id: event.uri,
    url: event.uri,
    actor: organizer.uri,
    attributedTo: organizer.uri,
    ...audienceOf(event.visibility, { followers: [organizer, ...hosts].map(({ followers }) => followers) }),
    name: event.title,
    summary: summaryHtml(told),
    content,
    mediaType: "text/html",
    inLanguage: event.language === "und" ? null : event.language,
    ...inLanguage(event.language, { name: event.title, content }),
    ...timesOf(event),
    ...statusOf(event),
    category: event.category,
    ...joiningOf(told),
    ...repliesOf(event),
    location: locationDocument(event, told.place),
    isOnline: event.status === "moved_online" || (event.onlineUrl !== "" && !told.place && !event.placeName),
    contacts: told.contacts.length > 0 ? told.contacts.map(({ uri }) => uri) : null,
    phoneAddress: event.phone,
    attachment: attachmentsOf(told),
    tag: told.tags.length > 0 ? told.tags.map(hashtag) : null,
    organizers: organizersOf(told),
    published: event.publishedAt && momentText(event.publishedAt),
    updated: momentText(event.updatedAt),
  });
}

/** Those who announce an event, the organiser first. */
export function organizersOf({ event, organizer, hosts }: ToldEvent): Document {
  const orderedItems = [organizer, ...hosts].map(({ uri }) => uri);
  return {
    type: "OrderedCollection",
    id: collectionUri(event.uri, "organizers"),
    totalItems: orderedItems.length,
    orderedItems,
  };
}

/** FEP-8a8e wants an end; one that nobody knows is when the event counts as over here, and is not shown. */
function timesOf(event: Event): Document {
  const zone = isZone(event.zone) ? event.zone : "UTC";
  const { startsAt, previousStartsAt } = event;
  const end = endOf(event);
  return {
    startTime: startsAt && isoInZone(startsAt, zone),
    endTime: end && isoInZone(end, zone),
    displayEndTime: event.endsAt ? null : false,
    previousStartTime: previousStartsAt && isoInZone(previousStartsAt, zone),
    timezone: zone,
  };
}

/** `status` in the words of iCalendar for Mobilizon, `eventStatus` in those of FEP-8a8e. */
function statusOf({ status, previousStartsAt }: Event): Document {
  const words = {
    confirmed: ["CONFIRMED", previousStartsAt ? "EventRescheduled" : "EventScheduled"],
    tentative: ["TENTATIVE", "EventTentative"],
    postponed: ["TENTATIVE", "EventPostponed"],
    moved_online: ["CONFIRMED", "EventMovedOnline"],
    cancelled: ["CANCELLED", "EventCancelled"],
  } as const;
  const [forCalendars, eventStatus] = words[status];
  return { status: forCalendars, eventStatus, draft: false };
}

/** "none" is no word of Mobilizon, which would drop the event; nobody can join by themselves by "invite" either. */
const joinModes = { free: "free", approval: "restricted", external: "external", none: "invite" } as const;

function joiningOf({ event, going, takesMail, taken }: ToldEvent): Document {
  const isHere = event.joinMode === "free" || event.joinMode === "approval";
  const numbers = tellsNumbers(event);
  return {
    joinMode: joinModes[event.joinMode],
    externalParticipationUrl: event.joinMode === "external" ? event.externalJoinUrl : null,
    anonymousParticipationEnabled: isHere && takesMail && event.isOpenToMail,
    maximumAttendeeCapacity: numbers ? event.capacity : null,
    remainingAttendeeCapacity: placesLeft({ event, taken }),
    participantCount: numbers ? going : null,
    attendees: known({
      type: "OrderedCollection",
      id: collectionUri(event.uri, "attendees"),
      totalItems: numbers ? going : null,
    }),
  };
}

function repliesOf({ uri, commentsPolicy }: Event): Document {
  const options = { open: "allow_all", moderated: "moderated", closed: "closed" } as const;
  return {
    repliesModerationOption: options[commentsPolicy],
    commentsEnabled: commentsPolicy !== "closed",
    replies: collectionUri(uri, "replies"),
  };
}
