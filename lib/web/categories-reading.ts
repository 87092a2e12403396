import { connection } from "@/lib/core/database";
import { type CategoryInUse, listCategoriesInUse } from "@/lib/events/topics";
import { UPCOMING } from "@/lib/journal/tags";
import { keptText } from "./kept-texts";

const HOUR = 3_600_000;

/** What can be chosen from now. Counting goes over all that is on, so it is kept as a page is. */
export async function readCategories(now: Date): Promise<CategoryInUse[]> {
  const { body } = await keptText("categories", {
    tags: [UPCOMING],
    until: new Date(now.getTime() + HOUR),
    read: async () => JSON.stringify(await listCategoriesInUse(connection().db, now)),
  });
  return JSON.parse(body);
}
