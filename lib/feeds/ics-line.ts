import { cleanLine, cleanText } from "@/lib/core/text/clean";

const encoder = new TextEncoder();

/** A property on one line, folded where it is longer than 75 octets, never inside of a character (RFC 5545, 3.1). */
export function icsLine(name: string, value: string | number): string {
  const lines = [""];
  let octets = 0;
  for (const character of `${name}:${value}`.replace(/[\r\n]/g, " ")) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      lines.push("");
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += size;
  }
  return lines.join("\r\n ");
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
