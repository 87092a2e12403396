import { firstGraphemes } from "@/lib/core/text/excerpt";

/** Control characters, line ends of any kind, and marks that turn the reading direction of what follows. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A name or title as one plain line of at most 200 characters: nothing in it can end a header
 * (RFC 5322, 2.2) or make the rest of a line read backwards.
 */
export function headerText(text: string): string {
  const line = text.toWellFormed().replace(unsafe, " ").replace(/ {2,}/g, " ").trim();
  const start = firstGraphemes(line, 200);
  return start === line ? line : `${firstGraphemes(line, 199).trimEnd()}…`;
}
