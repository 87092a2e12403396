import { cleanLine } from "@/lib/core/text/clean";

/** A tag as it is stored and compared: one line in small letters, without the sign before it. */
export function foldTag(text: string): string {
  return cleanLine(text)
    .replace(/^#+\s*/, "")
    .toLowerCase();
}
