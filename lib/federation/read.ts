import type { Document } from "./activity";

/** Servers write one thing or a list of them, alike: always a list, of at most `most`. */
export function listOf(value: unknown, most = 200): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, most) : [value];
}

/** A document, where servers write it or only its id. */
export function documentIn(value: unknown): Document | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Document) : null;
}

/** The id of what is named, by itself or as a whole; of a list, the first. Null if there is none that is an address. */
export function idIn(value: unknown): string | null {
  const [first] = listOf(value, 1);
  const id = typeof first === "string" ? first : documentIn(first)?.id;
  return typeof id === "string" && isAddress(id) ? id : null;
}

/** Bytes: ids stand in indexes, whose entries have a limit. */
const LONGEST = 2000;

/** None that looks like one of another server (`https://here@there`), or is a second name of the same one (`there.`). */
function isAddress(id: string): boolean {
  const url = /^https?:\/\//.test(id) && Buffer.byteLength(id) <= LONGEST ? URL.parse(id) : null;
  return url !== null && url.username === "" && url.password === "" && !url.hostname.endsWith(".");
}

/** All documents that are written out. */
export function documentsIn(value: unknown, most?: number): Document[] {
  return listOf(value, most)
    .map(documentIn)
    .filter((document) => document !== null);
}

/** All ids that are named. */
export function idsIn(value: unknown): string[] {
  return listOf(value).flatMap((one) => idIn(one) ?? []);
}

/** What stands under a name that strangers chose: never what every object has by itself, such as "constructor". */
export function entryOf<Value>(entries: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/** The types of a document, without the prefix that some write. */
export function typesOf(document: Document): string[] {
  return listOf(document.type ?? document["@type"], 10)
    .filter((type) => typeof type === "string")
    .map((type) => type.replace(/^as:|^https:\/\/www\.w3\.org\/ns\/activitystreams#/, ""));
}
