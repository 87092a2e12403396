import { unstable_cache } from "next/cache";
import { untilTag } from "./kept-pages";

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

/**
 * Says when the page will look different although nothing changes: an event begins or ends, a day is over. From then on
 * it is rendered anew. The earliest of several moments counts.
 */
export async function keepUntil(moment: Date | null): Promise<void> {
  if (moment) await tagPage([`${untilTag}${moment.getTime()}`]);
}

/** Next ignores the tags of one call beyond these. */
const mostAtOnce = 100;
