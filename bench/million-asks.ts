import type { Database } from "@/db/client";
import { listRelated } from "@/lib/events/related";
import { searchCalendar } from "@/lib/events/search/calendar";
import { everything, type SearchQuery } from "@/lib/events/search/input";
import { findPlaceNamed } from "@/lib/events/search/place";
import { searchEvents } from "@/lib/events/search/search";
import { weekOf, weeksOfMonth } from "@/lib/events/search/when";
import { countUpcomingIn, isTopicKnown, listPastIn, listUpcomingIn, type Topic } from "@/lib/events/topics";
import { findEventPage } from "@/lib/participation/event-page";
import { dice, doings, madeUpWord, subjects, tags, towns } from "./million-land";
import { categories } from "./texts";

/** One question that a page asks of the database; `number` chooses words, town and dates, the same in every run. */
export type Ask = { name: string; aim?: number; ask: (db: Database, number: number) => Promise<unknown> };

const zone = "Europe/Paris";
const periods = ["weekend", "week", "month", "next-month", "next-week"] as const;

export const asks: Ask[] = [
  {
    name: "words, place and dates",
    aim: 50,
    ask: (db, n) => search(db, { ...wordsOf(n), ...placeOf(n), ...datesOf(n) }),
  },
  {
    name: "one made-up word, place, dates",
    ask: (db, n) => search(db, { words: madeUpWord(n), ...placeOf(n), ...datesOf(n) }),
  },
  {
    name: "mistyped word, place, dates",
    ask: (db, n) => search(db, { ...mistyped(n), ...placeOf(n), ...datesOf(n) }),
  },
  { name: "words", ask: (db, n) => search(db, wordsOf(n)) },
  { name: "words, best match first", ask: (db, n) => search(db, { ...wordsOf(n), sort: "relevance" }) },
  { name: "place", ask: (db, n) => search(db, placeOf(n)) },
  { name: "place, nearest first", ask: (db, n) => search(db, { ...placeOf(n), sort: "closeness" }) },
  { name: "dates", ask: (db, n) => search(db, datesOf(n)) },
  {
    name: "tag and category",
    ask: (db, n) => search(db, { tag: tags[n % 40]!, categories: ["MUSIC", "ARTS"] }),
  },
  { name: "everything", ask: (db, n) => search(db, { page: 1 + (n % 40) }) },
  { name: "what is past", ask: (db, n) => search(db, { period: "past", page: 1 + (n % 40) }) },
  { name: "month, all", aim: 100, ask: (db, n) => calendar(db, "month", {}, n) },
  { name: "month, around a town", aim: 100, ask: (db, n) => calendar(db, "month", placeOf(n), n) },
  { name: "month, words", aim: 100, ask: (db, n) => calendar(db, "month", wordsOf(n), n) },
  { name: "week, all", aim: 100, ask: (db, n) => calendar(db, "week", {}, n) },
  { name: "page of the most used tag", ask: (db, n) => topicPage(db, { kind: "tag", value: tags[0]! }, n) },
  { name: "page of a tag", ask: (db, n) => topicPage(db, { kind: "tag", value: tags[n % tags.length]! }, n) },
  {
    name: "page of a category",
    ask: (db, n) => topicPage(db, { kind: "category", value: categories[n % categories.length]! }, n),
  },
];

/** What the page of an event costs; its events are the same in every land, however large. */
export const eventPages: Ask[] = [
  { name: "page of an event", ask: async (db, number) => void (await openEvent(db, number)) },
  {
    name: "the same, and what is related",
    ask: async (db, number) => {
      const { event, tags } = await openEvent(db, number);
      await listRelated(db, event, { tags, now: new Date() });
    },
  },
];

async function openEvent(db: Database, number: number) {
  const page = await findEventPage(db, `event-${(number * 7) % 1000}`);
  if (!page) throw new Error("This event should be there.");
  return page;
}

/** The first page or a later one, with all that stands on it. */
async function topicPage(db: Database, topic: Topic, number: number): Promise<unknown> {
  const now = new Date();
  const page = 1 + (number % 3);
  return [
    await isTopicKnown(db, topic),
    await countUpcomingIn(db, topic, { now }),
    await listUpcomingIn(db, topic, { now, page }),
    page === 1 && (await listPastIn(db, topic, { now })),
  ];
}

async function search(db: Database, asked: Partial<SearchQuery>): Promise<unknown> {
  const query = { ...everything, ...asked };
  return searchEvents(db, query, await meaningOf(db, query));
}

async function calendar(db: Database, view: "month" | "week", asked: Partial<SearchQuery>, number: number) {
  const query = { ...everything, ...asked };
  const meaning = await meaningOf(db, query);
  const day = new Date(meaning.now.getTime() + (number % 60) * 86_400_000).toISOString().slice(0, 10);
  const days = view === "month" ? weeksOfMonth(day) : weekOf(day);
  return searchCalendar(db, query, { ...meaning, days, atMost: view === "month" ? 3 : 12 });
}

async function meaningOf(db: Database, { place }: SearchQuery) {
  const point = place ? await findPlaceNamed(db, place) : null;
  return { point, hostId: null, now: new Date(), zone };
}

function wordsOf(number: number): Pick<SearchQuery, "words"> {
  const chance = dice(number);
  const language = number % 4 === 0 ? "en" : "fr";
  const [doing, subject] = [doings[language], subjects[language]].map(
    (list) => list[Math.floor(chance() * list.length)]!,
  );
  return { words: number % 3 === 0 ? `${doing} ${subject}` : subject! };
}

/** Two letters change places. */
function mistyped(number: number): Pick<SearchQuery, "words"> {
  const word = madeUpWord(number % 2000);
  return { words: `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}` };
}

function placeOf(number: number): Pick<SearchQuery, "place" | "radius"> {
  return { place: towns[number % towns.length]![0], radius: ([10, 25, 25, 50, 100] as const)[number % 5]! };
}

function datesOf(number: number): Pick<SearchQuery, "period"> {
  return { period: periods[number % periods.length]! };
}
