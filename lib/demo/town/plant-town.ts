import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { rebuildSearch } from "@/lib/events/search/rebuild";
import { later } from "./later";
import { plantPictures } from "./pictures";
import { plantPlaces } from "./places";
import type { Town } from "./plant";
import { plantCases } from "./plant-cases";
import { plantElsewhere } from "./plant-elsewhere";
import { plantEvent } from "./plant-event";
import { plantPeople } from "./plant-people";
import { soon } from "./soon";

/**
 * Fills an empty database with the town, in the caller's transaction. Rows are written directly: nobody is to hear of
 * them. Everything is the same, ids included, whenever it is done at the same time.
 */
export async function plantTown(tx: Database, now: Date): Promise<void> {
  const town: Town = { db: tx, now, actors: new Map(), counts: new Map() };
  await tx.insert(instanceSettings).values({ data: settings, updatedAt: now });
  await plantPeople(town);
  const around = { places: await plantPlaces(town), pictures: await plantPictures(town) };
  await plantElsewhere(town);
  const planted = [];
  for (const event of [...soon, ...later]) planted.push(await plantEvent(town, event, around));
  await plantCases(town, planted);
  await rebuildSearch({ db: tx, actor: { kind: "system" }, now });
}

/** What administrators would have decided. */
const settings = {
  name: "À Carouge",
  shortDescription: {
    en: "What is on in Carouge and around, announced by those who do it.",
    fr: "Ce qui se passe à Carouge et alentour, annoncé par celles et ceux qui le font.",
  },
  reportsByMail: true,
};
