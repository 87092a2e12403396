import { unstable_cache } from "next/cache";

/**
 * Says what the page that is being rendered shows, so that it is dropped when one of these changes (lib/journal/tags.ts).
 * May be called after the reading, when the ids are known: a page counts as read when its rendering began. Nothing is
 * cached by this, and on a member's page it does nothing, so both variants may call it.
 */
export async function tagPage(tags: string[]): Promise<void> {
  for (let start = 0; start < tags.length; start += mostAtOnce) {
    await unstable_cache(async () => null, ["tags"], { tags: tags.slice(start, start + mostAtOnce) })();
  }
}

/** Next ignores the tags of one call beyond these. */
const mostAtOnce = 100;
