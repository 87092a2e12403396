import type { Event } from "@/db/schema/events";
import type { RemoteEvent } from "@/db/schema/remote-events";

/** An event of `bells.example`: who announces it there, and what that server counts. */
export type EventElsewhere = {
  by: "cloches" | "noor";
  /** Days from today, and hours of the day in Paris. */
  day: number;
  from: string;
  until: string;
  told?: Partial<Pick<RemoteEvent, "capacity" | "participantCount" | "remainingCapacity">>;
  tags?: string[];
} & Pick<Event, "title" | "description" | "category"> &
  Partial<Pick<Event, "placeName" | "placeAddress" | "onlineUrl" | "joinMode" | "externalJoinUrl">>;

/** What a believable server next door has told of, one of each way to take part. */
export const eventsElsewhere: EventElsewhere[] = [
  {
    by: "cloches",
    title: "Changer les cloches à la main",
    description: "On sonne à huit, et l’on apprend en une heure. Venez avec des chaussures plates.",
    category: "MUSIC",
    day: 4,
    from: "18:00",
    until: "20:00",
    placeName: "Clocher de Saint-Jean",
    placeAddress: "1 place Saint-Jean, 69005 Lyon",
    joinMode: "free",
    told: { capacity: 24, participantCount: 17, remainingCapacity: 7 },
    tags: ["cloches", "patrimoine"],
  },
  {
    by: "cloches",
    title: "Visite du beffroi, de la cave au coq",
    description: "Cent vingt marches, et la ville entière en haut. La gardienne raconte.",
    category: "OUTDOORS_ADVENTURE",
    day: 9,
    from: "10:00",
    until: "12:00",
    placeName: "Beffroi",
    placeAddress: "Place Louis Pradel, 69001 Lyon",
    joinMode: "approval",
    told: { capacity: 12, participantCount: 12, remainingCapacity: 0 },
    tags: ["patrimoine"],
  },
  {
    by: "noor",
    title: "Soldering for beginners",
    description: "Bring nothing but patience. We build a bell that rings when the post comes.",
    category: "SCIENCE_TECH",
    day: 7,
    from: "19:00",
    until: "21:30",
    placeName: "Hackstub",
    placeAddress: "3 rue du Maroquin, 67000 Strasbourg",
    joinMode: "approval",
    told: { participantCount: 5 },
    tags: ["repair"],
  },
  {
    by: "noor",
    title: "Concert in the old laundry",
    description: "Strings and a loop station. Doors open half an hour earlier.",
    category: "MUSIC",
    day: 13,
    from: "20:00",
    until: "22:30",
    placeName: "L’ancien lavoir",
    placeAddress: "Quai des Bateliers, 67000 Strasbourg",
    joinMode: "external",
    externalJoinUrl: "https://tickets.example/lavoir",
  },
  {
    by: "cloches",
    title: "Midi sans voiture",
    description: "De midi à quatorze heures, toutes les cloches sonnent et les rues sont libres.",
    category: "MOVEMENTS_POLITICS",
    day: 20,
    from: "12:00",
    until: "14:00",
    placeName: "Les Pentes",
    placeAddress: "69001 Lyon",
    joinMode: "none",
  },
];
