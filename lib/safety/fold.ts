/** As much of a text as is looked at: more than the longest description has. */
const MOST_CHARACTERS = 40_000;

/** Letters that look like those of the Latin alphabet, or are two of them. Both sides are compared without them. */
const alike: Record<string, string> = {
  ...pairs("аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝwӏl"),
  ...pairs("αaβbγyεeηnιiκkμmνvοoρpτtυuχxωwςσ"),
  ...pairs("ıiłløođdħhŧtɑaɡg"),
  ...{ ß: "ss", æ: "ae", œ: "oe" },
};

/** `spelled`: those of the words that stood there letter by letter. */
export type Folded = { words: string[]; spelled: string[] };

/**
 * The words of a text as rules compare them: no case, no accents, no letters of another width or of another
 * alphabet that look the same, nothing unseen within a word. Letters that stand alone in a row ("c a s i n o", "c.a.s.i.n.o") are one word. Never throws; takes as long as
 * the text is long.
 */
export function foldText(text: string): Folded {
  return joined(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The same of what a rule looks for, in which `*` stays. */
export function foldPattern(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}*]+/gu) ?? [];
  return joined(words).words.map((word) => word.replace(/\*+/g, "*"));
}

/** Compatible forms fall together first, since they may hold marks of their own; then marks and what nobody sees go. */
function fold(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .toWellFormed()
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\u115f\u1160\u3164]+/gu, "")
    .toLowerCase()
    .replace(/[^\0-\x7f]/g, (letter) => alike[letter] ?? letter);
}

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(text.match(/../gu)?.map((pair) => [...pair]) ?? []);
}

function joined(found: string[]): Folded {
  const folded: Folded = { words: [], spelled: [] };
  let row: string[] = [];
  for (const word of found) {
    if (isLetter(word)) row.push(word);
    else {
      endRow(folded, row);
      folded.words.push(word);
      row = [];
    }
  }
  endRow(folded, row);
  return folded;
}

function isLetter(word: string): boolean {
  return word !== "*" && word.length <= 2 && [...word].length === 1;
}

/** Two letters may stand alone beside each other; three are somebody who spells. */
function endRow({ words, spelled }: Folded, row: string[]): void {
  const word = row.join("");
  if (row.length > 2) spelled.push(word);
  words.push(...(row.length > 2 ? [word] : row));
}
