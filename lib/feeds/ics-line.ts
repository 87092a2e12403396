import { cleanLine, cleanText } from "@/lib/core/text/clean";

/** A property on one line, folded where it is longer than 75 octets, never inside of a character (RFC 5545, 3.1). */
export function icsLine(name: string, value: string | number): string {
  const text = `${name}:${value}`.replace(/[\r\n]/g, " ");
  const lines: string[] = [];
  let [start, octets] = [0, 0];
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const size = octetsOf(code);
    if (octets + size > 75) {
      lines.push(text.slice(start, at));
      start = at;
      octets = 1;
    }
    octets += size;
    at += size === 4 ? 2 : 1;
  }
  return [...lines, text.slice(start)].join("\r\n ");
}

/** Counted and not encoded: a calendar of a thousand events has some millions of characters. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** A TEXT value (RFC 5545, 3.3.11) of one line of ours; nothing in it can start another property. */
export function icsText(text: string, maxLength: number): string {
  return escapeText(bounded(cleanLine(text), maxLength));
}

/** A TEXT value that may have lines. */
export function icsLines(text: string, maxLength: number): string {
  return escapeText(bounded(cleanText(text), maxLength));
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

function bounded(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // Not the first half of an emoji.
  return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
