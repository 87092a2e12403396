import type { Document } from "../activity";

const MOST_DEPTH = 20;
/** Longer lists are of no use to anybody here: collections come in pages. */
const MOST_ITEMS = 1000;

/**
 * A document out of bytes that strangers sent; null if it is none, is nested more than 20 deep, or holds a list of more
 * than 1,000. What PostgreSQL cannot keep (NUL, halves of characters) is taken out of its texts.
 */
export function parseDocument(bytes: Uint8Array): Document | null {
  const text = textOf(bytes);
  if (text === null || depthOf(text) > MOST_DEPTH) return null;
  const value = parsed(text);
  if (typeof value !== "object" || value === null || Array.isArray(value) || !isBounded(value)) return null;
  const isClean = !/\\u(?:0000|d[89a-f])/i.test(text);
  return (isClean ? value : cleaned(value)) as Document;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Counted before it is parsed: brackets outside of strings. */
function depthOf(text: string): number {
  let [depth, deepest, isInString] = [0, 0, false];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isInString) {
      if (code === 92) index++;
      else if (code === 34) isInString = false;
    } else if (code === 34) isInString = true;
    else if (code === 123 || code === 91) deepest = Math.max(deepest, ++depth);
    else if (code === 125 || code === 93) depth--;
  }
  return deepest;
}

function isBounded(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  const inside = Array.isArray(value) ? value : Object.values(value);
  return inside.length <= MOST_ITEMS && inside.every(isBounded);
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed().replaceAll("\0", "");
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleaned(key), cleaned(inner)]));
}
