/** One or two letters that stand for a name, "?" for a name without any. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-_.@]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const [first] = words;
  if (!first) return "?";
  const letters = words.length > 1 ? [first, words[words.length - 1]] : [first];
  return letters
    .map((word) => [...(word ?? "")][0])
    .join("")
    .toUpperCase();
}

/** Which of the four colours a name wears; the same name always the same. */
export function toneOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % 4;
}
