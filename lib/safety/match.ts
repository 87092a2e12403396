import { type Folded, foldPattern } from "./fold";

/** A word in what was spelled may have letters before it that belong to nothing: "a c a s i n o". */
const SHORTEST_WITHIN = 4;

/** Whether a folded text holds the words of a rule, one after the other. Takes at most text × pattern steps. */
export function holdsPattern({ words, spelled }: Folded, pattern: string): boolean {
  const wanted = foldPattern(pattern);
  const [first = "*"] = wanted;
  if (wanted.every((word) => word === "*")) return false;
  if (words.some((_, start) => wanted.every((word, at) => fits(words[start + at], word)))) return true;
  const isLong = first.replaceAll("*", "").length >= SHORTEST_WITHIN;
  return wanted.length === 1 && isLong && spelled.some((word) => fits(word, `*${first}*`));
}

/** `*` stands for any letters, or none: what is between the stars must come in their order. */
function fits(word: string | undefined, wanted: string): boolean {
  if (word === undefined) return false;
  if (!wanted.includes("*")) return word === wanted;
  const parts = wanted.split("*");
  const [first = ""] = parts;
  const last = parts.at(-1) ?? "";
  const isLong = word.length >= first.length + last.length;
  if (!isLong || !word.startsWith(first) || !word.endsWith(last)) return false;
  return areInside(word.slice(first.length, word.length - last.length), parts.slice(1, -1));
}

function areInside(word: string, parts: string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const found = word.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return true;
}
