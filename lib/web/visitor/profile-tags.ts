import { actorTag, eventTag, mediaTag } from "@/lib/journal/tags";

type WithPicture = { event: { id: string }; picture: { id: string } | null };

/** Everything that an identity's page shows and that can change: itself, and the events on its cards. */
export function profileTags(
  profile: { id: string; avatar: { id: string } | null },
  cards: WithPicture[],
): string[] {
  const pictures = [profile.avatar, ...cards.map(({ picture }) => picture)].filter((media) => media !== null);
  return [
    actorTag(profile.id),
    ...cards.map(({ event }) => eventTag(event.id)),
    ...pictures.map(({ id }) => mediaTag(id)),
  ];
}
