import { localOf } from "@/lib/core/dates/local-time";
import type { EventDetails } from "@/lib/events/queries";

/** What the fields of the form hold, as text. */
export type EventFormValues = ReturnType<typeof valuesOf>;

export function emptyValues(zone: string): EventFormValues {
  return {
    title: "",
    description: "",
    startsAt: "",
    endsAt: "",
    zone,
    placeName: "",
    placeAddress: "",
    onlineUrl: "",
    category: "MEETING",
    tags: "",
    joinMode: "free",
    capacity: "",
    visibility: "public",
    pictureAlt: "",
  };
}

export function valuesOf({ event, tags, picture }: Omit<EventDetails, "organizer">) {
  return {
    title: event.title,
    description: event.description,
    startsAt: event.startsAt ? localOf(event.startsAt, event.zone) : "",
    endsAt: event.endsAt ? localOf(event.endsAt, event.zone) : "",
    zone: event.zone,
    placeName: event.placeName,
    placeAddress: event.placeAddress,
    onlineUrl: event.onlineUrl,
    category: event.category,
    tags: tags.join(", "),
    joinMode: event.joinMode as string,
    capacity: event.capacity === null ? "" : String(event.capacity),
    visibility: event.visibility as string,
    pictureAlt: picture?.alt ?? "",
  };
}
