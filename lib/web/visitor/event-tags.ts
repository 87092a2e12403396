import { actorTag, eventTag, mediaTag } from "@/lib/journal/tags";

type Shown = {
  event: { id: string };
  organizer: { id: string; avatar?: { id: string } | null };
  picture: { id: string } | null;
};

/** Everything that an event's page shows and that can change: the event, who announced it, and the pictures. */
export function eventPageTags({ event, organizer, picture }: Shown): string[] {
  const pictures = [picture, organizer.avatar].filter((media) => media != null);
  return [eventTag(event.id), actorTag(organizer.id), ...pictures.map(({ id }) => mediaTag(id))];
}
