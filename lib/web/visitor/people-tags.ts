import { actorTag, mediaTag } from "@/lib/journal/tags";

type Shown = { id: string; avatar: { id: string } | null };

/** Everything of those who come, or said something, that a kept page shows of them and that can change: name and picture. */
export function peopleTags(people: Shown[]): string[] {
  const tags = people.flatMap(({ id, avatar }) => [actorTag(id), ...(avatar ? [mediaTag(avatar.id)] : [])]);
  return [...new Set(tags)];
}
