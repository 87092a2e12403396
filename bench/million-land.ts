import { tags as usualTags } from "./texts";

/** Towns with latitude, longitude and how many hundred of ten thousand events take place there, more or less. */
export const towns: [name: string, latitude: number, longitude: number, weight: number][] = [
  ["Paris", 48.857, 2.352, 900],
  ["Lyon", 45.764, 4.836, 360],
  ["Marseille", 43.297, 5.37, 300],
  ["Toulouse", 43.605, 1.444, 300],
  ["Nantes", 47.218, -1.554, 280],
  ["Bordeaux", 44.838, -0.579, 260],
  ["Lille", 50.629, 3.057, 240],
  ["Rennes", 48.117, -1.678, 240],
  ["Grenoble", 45.188, 5.724, 220],
  ["Strasbourg", 48.573, 7.752, 220],
  ["Montpellier", 43.611, 3.877, 220],
  ["Nice", 43.71, 7.262, 140],
  ["Angers", 47.478, -0.563, 110],
  ["Dijon", 47.322, 5.041, 100],
  ["Brest", 48.39, -4.486, 100],
  ["Clermont-Ferrand", 45.777, 3.087, 100],
  ["Tours", 47.394, 0.684, 90],
  ["Le Havre", 49.494, 0.108, 80],
  ["Besançon", 47.238, 6.024, 80],
  ["Poitiers", 46.58, 0.34, 70],
  ["Limoges", 45.833, 1.261, 60],
  ["Pau", 43.295, -0.371, 60],
  ["Quimper", 47.996, -4.102, 60],
  ["Annecy", 45.899, 6.129, 60],
  ["Bruxelles", 50.85, 4.352, 160],
  ["Genève", 46.204, 6.143, 90],
  ["Berlin", 52.52, 13.405, 130],
  ["Bristol", 51.454, -2.588, 90],
  ["Barcelona", 41.387, 2.17, 90],
  ["Montréal", 45.502, -73.567, 110],
];

/** Villages between them, a third of all events; their names repeat, as they do. */
export const villages = [
  "Saint-Martin",
  "Villeneuve",
  "Beaulieu",
  "Castelnau",
  "Montreuil",
  "La Roche",
].flatMap((name, i) =>
  ["sur-Loire", "le-Vieux", "les-Bains", "en-Bois", "la-Forêt", "d’Aubrac", "sous-Bois", "des-Prés"].map(
    (end, j) => ({
      name: `${name}-${end}`,
      latitude: 43.2 + (((i * 8 + j) * 0.618 * 7) % 6.6),
      longitude: -1.2 + (((i * 8 + j) * 0.414 * 11) % 8),
    }),
  ),
);

export const doings = {
  fr: [
    "Atelier",
    "Concert",
    "Rencontre",
    "Fête",
    "Balade",
    "Projection",
    "Conférence",
    "Chorale",
    "Marche",
    "Bal",
  ],
  en: [
    "Workshop",
    "Concert",
    "Meetup",
    "Party",
    "Walk",
    "Screening",
    "Talk",
    "Choir",
    "Reading circle",
    "March",
  ],
};

export const subjects = {
  fr: words(`réparation de vélos|chant polyphonique|couture|cinéma documentaire|jardin partagé|logiciels libres|climat
    |jeux de société|danse folk|pain au levain|poésie|échange de graines|lecture à voix haute|astronomie|escalade
    |cuisine du monde|théâtre d’improvisation|photographie argentique|radio locale|langue des signes|tricot|fanfare
    |accueil des personnes exilées|habitat partagé|cartographie|monnaie locale|apiculture|sérigraphie|tai chi|impro jazz`),
  en: words(`bicycle repair|folk singing|sewing|documentary film|community garden|free software|climate|board games
    |folk dancing|sourdough|poetry|seed swap|reading aloud|astronomy|climbing|world cooking|improvised theatre
    |film photography|local radio|sign language|knitting|brass band|welcoming refugees|shared housing|mapping
    |local currency|beekeeping|screen printing|tai chi|jazz improvisation`),
};

export const tags = [
  ...usualTags,
  ...subjects.fr.slice(0, 20),
  ...Array.from({ length: 200 }, (_, i) => madeUpWord(i + 7000)),
];

const usualWords = {
  fr: words(`venez|nous|apportez|matin|soir|salle|entrée|libre|chacun|ensemble|quartier|repas|partagé|musique|enfants
    |débutants|bienvenue|inscription|matériel|sur place|bénévoles|rendez-vous|devant|la mairie|en cas de pluie|gratuit`),
  en: words(`bring|everybody|morning|evening|hall|entrance|free|together|neighbours|meal|shared|music|children
    |beginners|welcome|tools|there|volunteers|meet|outside|town hall|if it rains|registration|coffee|friends`),
};

/** Sentences of usual words and of rare ones, so that words are as unequal as they are. */
export function sentences(language: "fr" | "en", count: number): string[] {
  const usual = usualWords[language];
  const next = dice(language === "fr" ? 11 : 29);
  return Array.from({ length: count }, () => {
    const told = Array.from({ length: 9 + Math.floor(next() * 6) }, () => {
      const kind = next();
      if (kind < 0.6) return usual[Math.floor(next() ** 2 * usual.length)]!;
      return kind < 0.62 ? pick(subjects[language], next()) : madeUpWord(Math.floor(next() ** 3 * 6000));
    });
    return `${told.join(" ")}.`;
  });
}

/** A name that few events have, such as that of a band: always the same for a number. */
export function madeUpWord(number: number): string {
  const syllables = [
    "ba",
    "lo",
    "mi",
    "ren",
    "tu",
    "va",
    "sol",
    "dri",
    "ka",
    "fen",
    "gou",
    "pe",
    "za",
    "chi",
    "nor",
    "el",
  ];
  const next = dice(number + 1);
  return Array.from({ length: 3 + (number % 2) }, () => pick(syllables, next())).join("");
}

function pick<T>(list: T[], chance: number): T {
  return list[Math.floor(chance * list.length)]!;
}

function words(text: string): string[] {
  return text.split("|").map((word) => word.trim());
}

/** Chance that is the same in every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
