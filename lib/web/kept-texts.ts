import { strongEtag } from "@/lib/feeds/conditional";
import { keptPages } from "./visitor/kept-pages";

/** A text that programs ask for again and again. `lastModified`: a full second, since HTTP knows no parts of one. */
export type KeptText = { body: string; etag: string; lastModified: Date };

type Kept = KeptText & { clock: number; until: number };
type Wanted = { tags: string[]; until: Date; read: () => Promise<string> };

const texts = new Map<string, Kept>();
/** Readings under way: who asks meanwhile gets theirs. */
const readings = new Map<string, { clock: number; text: Promise<Kept> }>();
const MOST_CHARACTERS = 8 * 1024 * 1024;
const SECOND = 1000;

/**
 * The text under this key, read anew when one of its tags was dropped (lib/journal/tags.ts) or its time is over. It counts
 * as modified when its bytes became different, so a text from which something vanished is newer too. While changes are
 * not heard of, it is read every time.
 */
export async function keptText(key: string, wanted: Wanted): Promise<KeptText> {
  const { listening, clock, knownSince, droppedAt } = keptPages();
  const { tags } = wanted;
  const known = texts.get(key);
  const needed = Math.max(knownSince, ...tags.map((tag) => droppedAt.get(tag) ?? 0));
  if (listening && known && known.clock >= needed && known.until > Date.now()) {
    keep(key, known);
    return known;
  }
  const underWay = readings.get(key);
  if (listening && underWay && underWay.clock >= needed) return underWay.text;
  const reading = { clock, text: readText(key, { ...wanted, clock }) };
  readings.set(key, reading);
  try {
    return await reading.text;
  } finally {
    if (readings.get(key) === reading) readings.delete(key);
  }
}

async function readText(key: string, { until, read, clock }: Wanted & { clock: number }): Promise<Kept> {
  const asked = Date.now();
  const body = await read();
  const known = texts.get(key);
  const etag = strongEtag(body);
  const lastModified = known?.etag === etag ? known.lastModified : new Date(secondAfter(known, asked));
  const text = { body, etag, lastModified, clock, until: until.getTime() };
  if (!known || known.clock <= clock) keep(key, text);
  return text;
}

/** Two texts within one second would be taken for one: the later one gets the next second. */
function secondAfter(known: Kept | undefined, asked: number): number {
  const second = Math.floor(asked / SECOND) * SECOND;
  return known ? Math.max(second, known.lastModified.getTime() + SECOND) : second;
}

/** Puts it last, and gives up those that were asked for longest ago. */
function keep(key: string, text: Kept): void {
  texts.delete(key);
  texts.set(key, text);
  let characters = 0;
  for (const { body } of texts.values()) characters += body.length + SECOND;
  for (const [oldest, { body }] of texts) {
    if (characters <= MOST_CHARACTERS || oldest === key) break;
    characters -= body.length + SECOND;
    texts.delete(oldest);
  }
}
