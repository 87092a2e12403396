import { actorTag, mediaTag } from "@/lib/journal/tags";

type Author = { id: string; avatar: { id: string } | null };

/** Everything of those who said something that a kept page shows of them, and that can change: name and picture. */
export function commentTags(authors: Author[]): string[] {
  const tags = authors.flatMap(({ id, avatar }) => [actorTag(id), ...(avatar ? [mediaTag(avatar.id)] : [])]);
  return [...new Set(tags)];
}
