/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** A text without capitals, accents and signs, one space between words: what reads alike is alike. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The first of these words or phrases that one of the texts contains, as it was typed; whole words only. Null: none. */
export function mutedWordIn(texts: (string | null)[], words: string[]): string | null {
  if (words.length === 0) return null;
  const read = texts.map((text) => ` ${foldWords(text ?? "")} `);
  const isRead = (word: string) => {
    const folded = foldWords(word);
    const sought = unspaced.test(folded) ? folded : ` ${folded} `;
    return folded !== "" && read.some((text) => text.includes(sought));
  };
  return words.find(isRead) ?? null;
}
