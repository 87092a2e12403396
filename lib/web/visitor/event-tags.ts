import { actorTag, eventTag, mediaTag } from "@/lib/journal/tags";

type Shown = {
  event: { id: string };
  organizer: { id: string; avatar?: { id: string } | null };
  hosts?: { id: string }[];
  contacts?: { id: string }[];
  picture: { id: string } | null;
  textPictures?: { id: string }[];
};

/** Everything that an event's page shows and that can change: the event, who announce it, and the pictures. */
export function eventPageTags({ event, organizer, hosts = [], contacts = [], ...shown }: Shown): string[] {
  const pictures = [shown.picture, organizer.avatar, ...(shown.textPictures ?? [])].filter(
    (media) => media != null,
  );
  const announcing = [organizer, ...hosts, ...contacts].map(({ id }) => actorTag(id));
  return [eventTag(event.id), ...announcing, ...pictures.map(({ id }) => mediaTag(id))];
}
