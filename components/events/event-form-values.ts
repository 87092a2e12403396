import { localOf } from "@/lib/core/dates/local-time";
import { plainText } from "@/lib/core/text/plain-text";
import { detectLanguage } from "@/lib/events/language";
import { toldBy } from "@/lib/events/metadata";
import type { EventDetails } from "@/lib/events/queries";
import { placeValuesOf } from "./place-values";

/** What the fields of the form hold, as text; true for a box that is ticked. */
export type EventFormValues = ReturnType<typeof valuesOf>;

export function emptyValues(zone: string): EventFormValues {
  return {
    title: "",
    description: "",
    language: "auto",
    startsAt: "",
    endsAt: "",
    zone,
    status: "confirmed",
    ...placeValuesOf(null),
    isAddressHidden: false,
    onlineUrl: "",
    phone: "",
    contacts: "",
    category: "MEETING",
    tags: "",
    priceNote: "",
    ticketUrl: "",
    joinMode: "free",
    externalJoinUrl: "",
    capacity: "",
    guestsAllowed: "0",
    guestList: "hosts",
    needsAccount: false,
    placesAside: "0",
    waitlist: "automatic",
    offerHours: "24",
    waitlistStopsHours: "0",
    retentionDays: "30",
    commentsPolicy: "open",
    commentsPauseSeconds: "0",
    visibility: "public",
    pictureAlt: "",
    focusX: "50",
    focusY: "50",
    ...told([]),
  };
}

type Shown = Pick<EventDetails, "event" | "tags" | "picture" | "place" | "contacts">;

export function valuesOf({ event, tags, picture, place, contacts }: Shown) {
  return {
    title: event.title,
    description: event.description,
    language: languageOf(event),
    startsAt: event.startsAt ? localOf(event.startsAt, event.zone) : "",
    endsAt: event.endsAt ? localOf(event.endsAt, event.zone) : "",
    zone: event.zone,
    status: event.status as string,
    ...placeValuesOf(event, place),
    isAddressHidden: event.isAddressHidden,
    onlineUrl: event.onlineUrl,
    phone: event.phone,
    contacts: contacts.map(({ handle }) => `@${handle}`).join(", "),
    category: event.category,
    tags: tags.join(", "),
    priceNote: event.priceNote,
    ticketUrl: event.ticketUrl,
    joinMode: event.joinMode as string,
    externalJoinUrl: event.externalJoinUrl,
    capacity: event.capacity === null ? "" : String(event.capacity),
    guestsAllowed: String(event.guestsAllowed),
    guestList: event.guestList as string,
    needsAccount: !event.isOpenToMail,
    placesAside: String(event.placesAside),
    waitlist: event.waitlist as string,
    offerHours: String(event.offerHours),
    waitlistStopsHours: String(event.waitlistStopsHours),
    retentionDays: String(event.retentionDays),
    commentsPolicy: event.commentsPolicy as string,
    commentsPauseSeconds: String(event.commentsPauseSeconds),
    visibility: event.visibility as string,
    pictureAlt: picture?.alt ?? "",
    focusX: String(event.focusX),
    focusY: String(event.focusY),
    ...told(event.metadata),
  };
}

/** Chosen by nobody as long as it is what would be found out anyway. */
function languageOf({ title, descriptionHtml, language }: Shown["event"]): string {
  return language === detectLanguage(`${title} ${plainText(descriptionHtml)}`) ? "auto" : language;
}

function told(metadata: Shown["event"]["metadata"]) {
  const { pairs, wheelchair, ...rest } = toldBy(metadata);
  const lines = pairs.map(({ title, value }) => `${title}: ${value}`).join("\n");
  return { ...rest, wheelchair: wheelchair as string, pairs: lines };
}
