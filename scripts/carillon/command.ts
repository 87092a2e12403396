import type { Run } from "../start/run";
import type { Desk } from "./desk";

/** What was typed after a command's name. */
export type Asked = { words: string[]; options: Record<string, string | boolean | undefined> };

/** What one command does. A refusal is thrown. */
export type Work = (desk: Desk, asked: Asked) => Promise<void>;

/** What one command does without a database, or with one that may not be there. */
export type WorkAlone = (run: Run, say: (text: string) => void) => Promise<void>;

export type Option = { type: "string" | "boolean"; about: string };

/** A command as the help tells it. What it does is loaded when it is asked for: `lib` wants the settings first. */
export type Command = {
  /** What must or may stand after its name, e.g. "EMAIL [ROLE]". */
  words: string;
  about: string;
  options?: Record<string, Option>;
} & ({ load: () => Promise<Work> } | { alone: () => Promise<WorkAlone> });

/** How many words a command takes: those in brackets may be missing, dots stand for more of the last. */
export function countOf(words: string): { least: number; most: number } {
  const names = words.split(" ").filter(Boolean);
  const least = names.filter((name) => !name.startsWith("[")).length;
  return { least, most: words.includes("…") ? Number.POSITIVE_INFINITY : names.length };
}
