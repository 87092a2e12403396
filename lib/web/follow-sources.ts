import { connection } from "@/lib/core/database";
import { rememberSources, sourcesInUse } from "@/lib/core/sources-in-use";
import { chosenSources } from "@/lib/instance/defaults/sources";
import { readInstance } from "@/lib/instance/settings";
import { INSTANCE } from "@/lib/journal/tags";
import { tileOrigin } from "./security/map-tiles";
import { dropTags, keptPages } from "./visitor/kept-pages";

/**
 * Lets this process use the maps and the geocoder that administrators chose, from now on. Called when it starts and
 * whenever they changed something: policies of pages name the server of the tiles before any page is rendered.
 */
export async function followSources(): Promise<void> {
  const before = JSON.stringify(sourcesInUse());
  rememberSources(chosenSources(await readInstance(connection().db)));
  keptPages().tileOrigin = tileOrigin(sourcesInUse().tiles);
  // What was rendered since the change was heard of may still name the former ones.
  if (JSON.stringify(sourcesInUse()) !== before) dropTags([INSTANCE]);
}
