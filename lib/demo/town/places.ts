import { type Place, places } from "@/db/schema/places";
import { fixedSlug, plant, type Town } from "./plant";

type Known = Pick<Place, "name" | "street" | "postalCode" | "locality"> & { point: [number, number] };

const known = {
  maison: place("Maison du Pont", "Quai du Cheval-Blanc 7", { point: [46.1862, 6.1379] }),
  market: place("Place du Marché", "Place du Marché", { point: [46.1819, 6.1391] }),
  moraines: place("Salle des Moraines", "Rue des Moraines 12", { point: [46.1779, 6.1421] }),
  wall: place("Le Mur", "Route de Veyrier 44", { point: [46.1802, 6.1466] }),
  book: place("The Book End", "Rue Saint-Joseph 29", { point: [46.1828, 6.1402] }),
  garden: place("Jardin des Pervenches", "Chemin des Pervenches", { point: [46.1768, 6.1344] }),
  church: place("Temple de Carouge", "Place du Temple", { point: [46.1812, 6.1378] }),
  plainpalais: place("Plaine de Plainpalais", "Avenue du Mail", {
    postalCode: "1205",
    locality: "Genève",
    point: [46.1985, 6.1414],
  }),
  bains: place("Bains des Pâquis", "Quai du Mont-Blanc 30", {
    postalCode: "1201",
    locality: "Genève",
    point: [46.2107, 6.1536],
  }),
};

export type PlaceName = keyof typeof known;

/** Plants all places; answers with what an event at each says of it. */
export async function plantPlaces(town: Town) {
  const names = Object.keys(known) as PlaceName[];
  const rows = names.map((name) => {
    const { point, ...rest } = known[name];
    const [latitude, longitude] = point;
    const secret = { slug: fixedSlug(`place ${name}`, 14), key: fixedSlug(`key of place ${name}`, 20) };
    return { ...rest, ...secret, country: "CH", latitude, longitude };
  });
  const planted = await plant(town, places, rows);
  return new Map(names.map((name, index) => [name, columnsAt(planted[index]!)]));
}

function columnsAt({ id, name, street, postalCode, locality, latitude, longitude }: Place) {
  const placeAddress = `${street}, ${postalCode} ${locality}`;
  return { placeId: id, placeName: name, placeAddress, latitude, longitude };
}

function place(name: string, street: string, rest: Partial<Known> & Pick<Known, "point">): Known {
  return { name, street, postalCode: "1227", locality: "Carouge", ...rest };
}
