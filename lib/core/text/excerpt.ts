import { cleanLine } from "./clean";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** At most `length` characters as people count them, on one line, cut between words where that loses little. */
export function excerpt(text: string, length: number): string {
  const line = cleanLine(text.slice(0, length * 40));
  const cut = firstGraphemes(line, length);
  if (cut === line && text.length <= length * 40) return line;
  const shorter = firstGraphemes(line, length - 1);
  const space = /\s/.test(line.charAt(shorter.length)) ? shorter.length : shorter.lastIndexOf(" ");
  const whole = space > shorter.length / 2 ? shorter.slice(0, space) : shorter;
  return `${whole.replace(/[\s,;:.–-]+$/, "")}…`;
}

/** The text up to its n-th character as people count them: an emoji or an accented letter is one. */
export function firstGraphemes(text: string, count: number): string {
  let end = 0;
  let seen = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (seen === count) break;
    seen += 1;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
