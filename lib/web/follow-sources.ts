import { connection } from "@/lib/core/database";
import { ownName, rememberName } from "@/lib/core/instance-name";
import { accentsInUse, rememberAccents } from "@/lib/core/look/in-use";
import { rememberSources, sourcesInUse } from "@/lib/core/sources-in-use";
import { chosenSources } from "@/lib/instance/defaults/sources";
import { readInstance } from "@/lib/instance/settings";
import { INSTANCE } from "@/lib/journal/tags";
import { tileOrigin } from "./security/map-tiles";
import { dropTags, keptPages } from "./visitor/kept-pages";

/**
 * Lets this process use the maps and the geocoder that administrators chose, and the server's name, colours and language, from now on. Called when it starts and
 * whenever they changed something: policies of pages name the server of the tiles before any page is rendered.
 */
export async function followSources(): Promise<void> {
  const before = namedInPages();
  const settings = await readInstance(connection().db);
  rememberSources(chosenSources(settings));
  rememberName(settings.name);
  rememberAccents(settings);
  keptPages().language = settings.language;
  keptPages().tileOrigin = tileOrigin(sourcesInUse().tiles);
  // What was rendered since the change was heard of may still name the former ones.
  if (namedInPages() !== before) dropTags([INSTANCE]);
}

function namedInPages(): string {
  return JSON.stringify([sourcesInUse(), ownName(), accentsInUse()]);
}
