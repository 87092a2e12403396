import { cleanLine } from "@/lib/core/text/clean";
import { categories } from "../categories";

/** Days that have a name, as seen from today. */
export const periods = [
  "any",
  "today",
  "tomorrow",
  "weekend",
  "week",
  "next-week",
  "month",
  "next-month",
  "past",
] as const;
export const radii = [5, 10, 25, 50, 100, 200] as const;
export const sorts = ["date", "closeness", "relevance"] as const;
export const views = ["list", "month", "week", "map"] as const;
export const attendances = ["in-person", "online"] as const;
export const statuses = ["confirmed", "tentative", "postponed", "moved_online", "cancelled"] as const;

/** Pages of a list that can be asked for: whoever has read so far finds more by asking more narrowly. */
export const LAST_PAGE = 40;

/** More pins than a map can be read with. */
export const POINTS_AT_MOST = 500;

/** What somebody looks for. Empty texts and null: they do not care. */
export type SearchQuery = {
  words: string;
  /** A town or a place by name; where that is, is found out later. */
  place: string;
  /** Degrees (WGS 84), where it is known already. */
  point: { latitude: number; longitude: number } | null;
  /** Kilometres. */
  radius: number;
  period: (typeof periods)[number];
  /** First and last day (2026-11-26) of a range of one's own, where no period is named. */
  from: string;
  to: string;
  attendance: (typeof attendances)[number] | null;
  /** Codes that all servers know, and names that this one added. */
  categories: string[];
  tag: string;
  /** ISO 639. */
  language: string;
  status: (typeof statuses)[number] | null;
  /** Who announces it: "ada", or "rosa@bells.example". */
  organizer: string;
  /** "here": of this server alone; null: also what others told. */
  server: "here" | null;
  sort: (typeof sorts)[number];
  view: (typeof views)[number];
  /** A day of the month or week that the calendar shows; empty: today. */
  date: string;
  page: number;
};

export const everything: SearchQuery = {
  words: "",
  place: "",
  point: null,
  radius: 25,
  period: "any",
  from: "",
  to: "",
  attendance: null,
  categories: [],
  tag: "",
  language: "",
  status: null,
  organizer: "",
  server: null,
  sort: "date",
  view: "list",
  date: "",
  page: 1,
};

type Params = Record<string, string | string[] | undefined>;

/**
 * Reads what an address asks for. Whatever makes no sense is passed over and named in `ignored`, so that an old or
 * mistyped address still shows something. `ownCategories`: those that only this server knows.
 */
export function readSearch(
  params: Params,
  ownCategories: string[],
): { query: SearchQuery; ignored: string[] } {
  const ignored: string[] = [];
  const query = { ...everything };
  for (const [key, read] of Object.entries(readers)) {
    const given = textsOf(params[key]);
    if (given.length === 0) continue;
    const value = read(given, ownCategories);
    if (value === undefined) ignored.push(key);
    else Object.assign(query, value);
  }
  if (query.period !== "any") {
    ignored.push(...(["from", "to"] as const).filter((key) => query[key] !== ""));
    Object.assign(query, { from: "", to: "" });
  }
  if (query.from && query.to && query.from > query.to) {
    Object.assign(query, { from: query.to, to: query.from });
  }
  return { query, ignored };
}

/** Whether anything is asked for beyond looking at all that is on. */
export function isNarrowed(query: SearchQuery): boolean {
  return filterKeys.some((key) => JSON.stringify(query[key]) !== JSON.stringify(everything[key]));
}

const filterKeys = [
  "words",
  "place",
  "point",
  "period",
  "from",
  "to",
  "attendance",
  "categories",
  "tag",
  "language",
  "status",
  "organizer",
  "server",
] as const;

type Reader = (given: string[], ownCategories: string[]) => Partial<SearchQuery> | undefined;

/** One for each key of an address; undefined: that makes no sense. */
const readers: Record<string, Reader> = {
  q: ([text]) => ({ words: cleanLine(text!.slice(0, 200)) }),
  place: ([text]) => ({ place: cleanLine(text!.slice(0, 200)) }),
  at: ([text]) => pointIn(text!),
  radius: ([text]) => oneOf("radius", radii, Number(text)),
  when: ([text]) => oneOf("period", periods, text),
  from: ([text]) => (isDay(text!) ? { from: text! } : undefined),
  to: ([text]) => (isDay(text!) ? { to: text! } : undefined),
  how: ([text]) => oneOf("attendance", attendances, text),
  category: categoriesIn,
  tag: ([text]) => ({ tag: tagIn(text!) }),
  language: ([text]) => (/^[a-z]{2,3}$/.test(text!) ? { language: text! } : undefined),
  status: ([text]) => oneOf("status", statuses, text),
  by: ([text]) => handleIn(text!),
  server: ([text]) => oneOf("server", ["here"], text),
  sort: ([text]) => oneOf("sort", sorts, text),
  view: ([text]) => oneOf("view", views, text),
  date: ([text]) => (isDay(text!) ? { date: text! } : undefined),
  page: ([text]) => pageIn(text!),
};

/** Forms send what was left empty too; that is no wrong value. */
function textsOf(given: string | string[] | undefined): string[] {
  const texts = given === undefined ? [] : [given].flat();
  return texts.map((text) => text.trim()).filter(Boolean);
}

function oneOf<K extends keyof SearchQuery>(key: K, allowed: readonly unknown[], value: unknown) {
  return allowed.includes(value) ? ({ [key]: value } as Partial<SearchQuery>) : undefined;
}

/** A day that calendars have, within the years that events can lie in. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "1970-01-09" || text > "2199-12-01") return false;
  const day = new Date(`${text}T00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function pointIn(text: string): Partial<SearchQuery> | undefined {
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d{1,8})?),(-?\d{1,3}(?:\.\d{1,8})?)$/.exec(text) ?? [];
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  const isOnEarth = Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
  return isOnEarth ? { point } : undefined;
}

/** Codes may stand in one text, with commas between them; the names of a server's own may hold commas themselves. */
function categoriesIn(given: string[], own: string[]): Partial<SearchQuery> | undefined {
  const asked = new Set(given.flatMap((text) => (own.includes(text) ? [text] : text.split(","))));
  const known = [...categories, ...own].filter((code) => asked.has(code));
  return known.length === asked.size ? { categories: known } : undefined;
}

function handleIn(text: string): Partial<SearchQuery> | undefined {
  const [, handle] = /^@?([a-z0-9_]{1,30}|[\w.-]{1,64}@[a-z0-9.:-]{1,253})$/i.exec(text) ?? [];
  return handle ? { organizer: handle.toLowerCase() } : undefined;
}

function tagIn(text: string): string {
  return cleanLine(text.slice(0, 40))
    .replace(/^[#\s]+/, "")
    .toLowerCase();
}

function pageIn(text: string): Partial<SearchQuery> | undefined {
  const page = Number(text);
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? { page } : undefined;
}
