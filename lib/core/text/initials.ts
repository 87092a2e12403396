import { cleanLine } from "./clean";
import { firstGraphemes } from "./excerpt";

/** One or two letters for a face without a picture: "Ada Marchand" → "AM". Never empty. */
export function initials(name: string): string {
  const words = cleanLine(name.slice(0, 500))
    .split(/[\s_-]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ""))
    .filter((word) => word !== "");
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  if (first === undefined) return firstGraphemes(cleanLine(name.slice(0, 500)), 1) || "?";
  return (firstGraphemes(first, 1) + (last ? firstGraphemes(last, 1) : "")).toLocaleUpperCase("en");
}
