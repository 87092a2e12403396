import type { Event } from "@/db/schema/events";
import type { CastHandle } from "@/db/testing/cast";

export type SeededEvent = {
  by: CastHandle;
  /** Days from today, and wall-clock times in the zone; `until` may be on a later day. */
  day: number;
  from: string;
  until?: string;
  lasts?: number;
  zone?: string;
  tags?: string[];
  going?: CastHandle[];
  waiting?: [CastHandle, string][];
  draft?: boolean;
} & Pick<Event, "title" | "description" | "category"> &
  Partial<
    Pick<
      Event,
      "placeName" | "placeAddress" | "onlineUrl" | "joinMode" | "capacity" | "status" | "visibility"
    >
  >;

/** A week and a season in a believable town, in both languages. */
export const town: SeededEvent[] = [
  {
    by: "ada",
    title: "Repair café: bring what is broken",
    description:
      "Toasters, lamps, trousers, bicycles: bring something that stopped working and mend it together with people who know how. Tools, tea and company are provided, new parts at cost.\n\nYou need no skills, and you don’t have to bring anything: watching is a fine way to start.\n\n- Electronics until 21:00\n- Sewing machines: four\n- Bicycles in the yard, also in rain",
    category: "COMMUNITY",
    day: 3,
    from: "19:00",
    until: "22:00",
    placeName: "Maison des Associations",
    placeAddress: "6 cours des Alliés, 35000 Rennes",
    joinMode: "approval",
    capacity: 40,
    tags: ["repair", "bicycles", "sewing"],
    going: ["rosa", "jardin_lilas"],
    waiting: [
      ["grace", "I’d bring my radio from 1961 and one friend."],
      ["linus", "Happy to help with soldering."],
    ],
  },
  {
    by: "choeur_des_pentes",
    title: "Répétition ouverte : tout le monde chante",
    description:
      "Une heure et demie pour apprendre trois chants à plusieurs voix. **Aucune expérience nécessaire**, ni partition à lire : on apprend à l’oreille.\n\nVenez dix minutes avant pour l’échauffement.",
    category: "MUSIC",
    day: 5,
    from: "10:30",
    until: "12:00",
    placeName: "Salle Berthelot",
    placeAddress: "12 rue Berthelot, 69007 Lyon",
    capacity: 30,
    tags: ["chant", "chorale"],
    going: ["ada", "grace", "linus"],
  },
  {
    by: "rosa",
    title: "Marche pour la rivière",
    description: "Du pont de pierre jusqu’à la source, avec des arrêts pour raconter ce que l’eau a vu.",
    category: "MOVEMENTS_POLITICS",
    day: 5,
    from: "14:00",
    placeName: "Place de la Bourse",
    placeAddress: "33000 Bordeaux",
    tags: ["eau", "climat"],
    going: ["ada", "jardin_lilas"],
  },
  {
    by: "grace",
    title: "Reading circle: Le Guin",
    description:
      "We talk about *The Dispossessed*, chapters 1 to 4. Half of us have not finished them either.",
    category: "BOOK_CLUBS",
    day: 8,
    from: "20:00",
    until: "21:30",
    zone: "Europe/London",
    onlineUrl: "https://meet.example.org/le-guin",
    joinMode: "approval",
    tags: ["books", "science fiction"],
    waiting: [["rosa", "First time, I read it in French."]],
  },
  {
    by: "jardin_lilas",
    title: "Troc de graines et soupe",
    description:
      "Apportez des graines, un bol et votre appétit. La soupe est faite avec les derniers légumes du jardin.",
    category: "FOOD_DRINK",
    day: 11,
    from: "18:00",
    until: "21:00",
    placeName: "Jardin partagé des Lilas",
    placeAddress: "3 passage des Lilas, 93260 Les Lilas",
    joinMode: "approval",
    capacity: 2,
    tags: ["jardin", "graines"],
    going: ["ada", "choeur_des_pentes"],
    waiting: [["grace", ""]],
  },
  {
    by: "la_grimpe",
    title: "Beginners’ climbing morning",
    description: "Shoes and ropes are there. Children from eight years on with somebody who holds the rope.",
    category: "SPORTS",
    day: 13,
    from: "09:00",
    until: "12:00",
    placeName: "Bloc Nord",
    placeAddress: "40 rue du Ballon, 59000 Lille",
    capacity: 12,
    tags: ["climbing"],
    going: ["linus"],
  },
  {
    by: "linus",
    title: "Install party: give an old laptop a second life",
    description: "Bring the laptop, its charger and a copy of what you can’t lose.",
    category: "SCIENCE_TECH",
    day: 16,
    from: "17:00",
    until: "21:00",
    zone: "Europe/Helsinki",
    placeName: "Kirjasto Oodi",
    placeAddress: "Töölönlahdenkatu 4, Helsinki",
    tags: ["linux", "repair"],
    going: ["grace"],
  },
  {
    by: "rosa",
    title: "Festival des petites scènes",
    description:
      "Trois jours de théâtre, de contes et de fanfares dans les cours et les escaliers des Pentes.",
    category: "PERFORMING_VISUAL_ARTS",
    day: 19,
    from: "18:00",
    until: "23:00",
    lasts: 2,
    placeName: "Les Pentes",
    placeAddress: "69001 Lyon",
    tags: ["théâtre", "rue"],
    going: ["ada", "la_grimpe", "grace"],
  },
  {
    by: "choeur_des_pentes",
    title: "Concert d’hiver",
    description: "Le concert est annulé : la salle est en travaux. Nous chanterons au printemps.",
    category: "MUSIC",
    day: 24,
    from: "20:00",
    until: "22:00",
    placeName: "Église Saint-Polycarpe",
    placeAddress: "25 rue René Leynaud, 69001 Lyon",
    status: "cancelled",
    going: ["ada"],
  },
  {
    by: "la_grimpe",
    title: "Night bouldering until one in the morning",
    description: "Headlamps on, music low.",
    category: "SPORTS",
    day: 26,
    from: "21:00",
    until: "01:00",
    lasts: 1,
    placeName: "Bloc Nord",
    placeAddress: "40 rue du Ballon, 59000 Lille",
    capacity: 20,
  },
  {
    by: "ada",
    title: "Repair café of October",
    description: "Forty-one things came in, thirty-three went home working.",
    category: "COMMUNITY",
    day: -25,
    from: "19:00",
    until: "22:00",
    placeName: "Maison des Associations",
    placeAddress: "6 cours des Alliés, 35000 Rennes",
    going: ["grace", "linus"],
  },
  {
    by: "ada",
    title: "Meeting of the volunteers",
    description: "Who opens, who closes, who makes the tea.",
    category: "MEETING",
    day: 9,
    from: "18:30",
    until: "19:30",
    placeName: "Maison des Associations",
    visibility: "unlisted",
    going: ["rosa"],
  },
  {
    by: "ada",
    title: "Spring bicycle check",
    description: "Still to be found out: who lends us the stands?",
    category: "COMMUNITY",
    day: 120,
    from: "14:00",
    draft: true,
  },
];
