import type { Option, OptionGroup } from "@/components/ui/select";

type Entry = Option | OptionGroup;

/** The zones whose place, part of the world or id holds every word, whatever its accents; without words all. */
export function matching(options: Entry[], query: string): { options: Entry[]; count: number } {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const isMatch = (text: string) => words.every((word) => folded(text).includes(word));
  const kept = options.flatMap((entry): Entry[] => {
    if (!("options" in entry)) return isMatch(textOf(entry)) ? [entry] : [];
    const inside = entry.options.filter((option) => isMatch(`${entry.label} ${textOf(option)}`));
    return inside.length > 0 ? [{ ...entry, options: inside }] : [];
  });
  const count = kept.reduce((sum, entry) => sum + ("options" in entry ? entry.options.length : 1), 0);
  return { options: kept, count };
}

function textOf({ value, label }: Option): string {
  return `${label} ${value.replaceAll("_", " ")}`;
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
