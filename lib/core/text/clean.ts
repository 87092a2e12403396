/** Embeddings, overrides and isolates turn the reading direction of what follows, also outside of the text. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
/** Nothing that anybody sees: zero width space, word joiner, byte order mark, line breaking hints. */
const unseen = /[\u200b\u2060\ufeff\u00ad]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** What a single-line field holds: NFC, one space between words, nothing that hides or turns text. */
export function cleanLine(text: string): string {
  return stripped(text).replace(unseen, "").replace(/\s+/g, " ").trim().normalize("NFC");
}

/** What a multi-line field holds: the same with lines ended by \n; blank lines around it go, indents stay. */
export function cleanText(text: string): string {
  return stripped(text)
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd()
    .normalize("NFC");
}

// Lone halves of surrogate pairs cannot be stored as UTF-8, and PostgreSQL refuses U+0000.
function stripped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(controls, "")
    .replace(turning, "");
}
