import { actorTag, eventTag, INSTANCE, mediaTag } from "@/lib/journal/tags";
import type { ToldActor, ToldEvent } from "../objects/told";

/** Everything in the document of an event that can change. */
export function tagsOfEvent({
  event,
  organizer,
  hosts,
  contacts,
  picture,
  textPictures,
}: ToldEvent): string[] {
  const pictures = [...(picture ? [picture] : []), ...textPictures];
  return [
    INSTANCE,
    eventTag(event.id),
    ...[organizer, ...hosts, ...contacts].map(({ id }) => actorTag(id)),
    ...pictures.map(({ id }) => mediaTag(id)),
  ];
}

export function tagsOfActor({ id, avatar, banner }: ToldActor): string[] {
  const pictures = [avatar, banner].filter((picture) => picture !== null);
  return [INSTANCE, actorTag(id), ...pictures.map((picture) => mediaTag(picture.id))];
}
