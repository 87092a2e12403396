import { actorTag, eventTag, mediaTag } from "@/lib/journal/tags";

type WithPicture = { event: { id: string }; picture: { id: string } | null };
type Shown = { id: string; avatar: { id: string } | null; banner: { id: string } | null };

/** Everything that an identity's page shows and that can change: itself, and its events, to come and past. */
export function profileTags(profile: Shown, cards: WithPicture[]): string[] {
  const pictures = [profile.avatar, profile.banner, ...cards.map(({ picture }) => picture)];
  return [
    actorTag(profile.id),
    ...cards.map(({ event }) => eventTag(event.id)),
    ...pictures.flatMap((media) => (media ? [mediaTag(media.id)] : [])),
  ];
}
