import { connection } from "@/lib/core/database";
import { listOwnCategories } from "@/lib/events/own-categories";
import { readFrame } from "@/lib/instance/frame";
import { readPublicList } from "@/lib/instance/public-policies";
import { readInstance } from "@/lib/instance/settings";
import { INSTANCE } from "@/lib/journal/tags";
import { remember } from "./visitor/remember";

/** What the header and the footer say about this server: in the frame of every page, and hardly ever another. */
export const readInstanceFrame = remember(INSTANCE, () => readFrame(connection().db));

/** The categories that only this server knows: every search is read with them. */
export const readOwnCategories = remember(INSTANCE, () => listOwnCategories(connection().db));

/** What everybody may read about decisions on other servers. */
export const readServersForAll = remember(INSTANCE, () => readPublicList(connection().db, "visitor"));
export const readServersForMembers = remember(INSTANCE, () => readPublicList(connection().db, "member"));

/** What holds where nobody says otherwise. */
export const readDefaults = remember(INSTANCE, async () => {
  const { eventMakers, eventMakersDays, pictureMegabytes, defaultZone, defaultPlace } = await readInstance(
    connection().db,
  );
  return { eventMakers, eventMakersDays, pictureMegabytes, defaultZone, defaultPlace };
});
