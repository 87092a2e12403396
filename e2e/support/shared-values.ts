/** Something that a third party got: where from, and all that it said, headers and all. */
export type Exhibit = { from: string; text: string };

export type Tie = { value: string; inOne: string; inOther: string };

/**
 * Every value that is in what both identities show and in nothing that strangers show: what would tie the two together.
 * Values are words, ids, names of files, digests and times, also inside of what is encoded.
 */
export function tiesBetween(one: Exhibit[], other: Exhibit[], strangers: Exhibit[]): Tie[] {
  const [left, right, common] = [valuesIn(one), valuesIn(other), valuesIn(strangers)];
  return [...left]
    .filter(([value]) => right.has(value) && !common.has(value))
    .map(([value, inOne]) => ({ value, inOne, inOther: right.get(value) ?? "" }));
}

/** Every value with the place where it was met first. */
function valuesIn(exhibits: Exhibit[]): Map<string, string> {
  const met = new Map<string, string>();
  for (const { from, text } of exhibits) {
    for (const value of valuesOf(text)) if (!met.has(value)) met.set(value, from);
  }
  return met;
}

const uuid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;

function valuesOf(text: string, depth = 0): Set<string> {
  const plain = unescaped(text);
  const values = new Set([...plain.matchAll(uuid)].map(([id]) => id.toLowerCase()));
  // Four hexadecimal digits of two ids are alike by chance, and so are thousandths of two seconds.
  const rest = plain.replace(uuid, " ").replace(/(?<=:\d\d)\.\d+(?=Z|[+-]\d\d:)/g, "");
  const found = (pattern: RegExp) => [...rest.matchAll(pattern)].map(([match]) => match);
  for (const word of found(/[\p{L}\p{N}_]+/gu)) if (isTelling(word)) values.add(word.toLowerCase());
  for (const whole of found(/[\w.@:+/=~-]+/g)) if (isTelling(whole)) values.add(whole.toLowerCase());
  for (const time of timesIn(plain)) values.add(`time ${time}`);
  if (depth < 2) {
    for (const inner of decoded(plain)) for (const value of valuesOf(inner, depth + 1)) values.add(value);
  }
  return values;
}

/**
 * Short words and small numbers are alike by chance: a length, a year, a corner of a drawing, the label of a row in
 * React's payload (`33:I`, `21:T5fc`, `23:null`), which counts the parts of a page and the letters of a drawing. So is the
 * colour that initials wear, one of four: it follows from the name, which is compared itself.
 */
function isTelling(value: string): boolean {
  if (/^[0-9a-f]{1,3}:(?:[A-Z]{0,2}|T[0-9a-f]{1,4}|null)$/i.test(value)) return false;
  if (/^avatar-\d$/.test(value)) return false;
  return /\p{L}/u.test(value) ? value.length >= 4 : value.replace(/\D/g, "").length >= 6;
}

/** A key is one value: its last line holds a single byte that is its own, and is alike by chance. */
const pem = /-----BEGIN PUBLIC KEY-----([\w+/=\s]+)-----END PUBLIC KEY-----/g;

/** What text of HTML, of addresses, of JSON and of mails stands for; in headers `_` is a space (RFC 2047, 4.2). */
function unescaped(text: string): string {
  return text
    .replace(/=\?[\w-]+\?Q\?([^?]*)\?=/gi, (_, words: string) => words.replaceAll("_", " "))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(quot|amp|lt|gt|apos);/g, " ")
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt"\\]/g, " ")
    .replace(pem, (_, key: string) => key.replace(/\s/g, "").replace(/[+/]/g, "_"))
    .replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded)
    .replace(/\r?\n /g, "");
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Seconds since 1970 of every instant: in words, in digits, and in the ids that begin with one (UUIDv7). */
function timesIn(text: string): number[] {
  const written = [
    ...text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/g),
    ...text.matchAll(/\w{3}, \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})/g),
  ].map(([match]) => Date.parse(match));
  const compact = [...text.matchAll(/\b(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/g)].map(
    ([, year, month, day, hour, minute, second]) =>
      Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`),
  );
  const digits = [...text.matchAll(/\b1\d{9}(\d{3})?\b/g)].map(
    ([match, more]) => Number(match) * (more ? 1 : 1000),
  );
  const ids = [...text.matchAll(/\b([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab]/gi)].map(([, high, low]) =>
    Number.parseInt(`${high}${low}`, 16),
  );
  return [...written, ...compact, ...digits, ...ids]
    .filter((time) => Number.isFinite(time))
    .map((time) => Math.floor(time / 1000));
}

/** Texts inside of base64 and of hexadecimal digits. */
function decoded(text: string): string[] {
  const base64 = [...text.matchAll(/[\w+/-]{16,}={0,2}/g)].map(([match]) =>
    Buffer.from(match.replaceAll("-", "+").replaceAll("_", "/"), "base64"),
  );
  const hex = [...text.matchAll(/\b(?:[0-9a-f]{2}){8,}\b/gi)].map(([match]) => Buffer.from(match, "hex"));
  return [...base64, ...hex].map((bytes) => bytes.toString("utf8")).filter(isReadable);
}

function isReadable(text: string): boolean {
  return /^[\x20-\x7e\s\p{L}]{8,}$/u.test(text);
}
