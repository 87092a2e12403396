type Settings = Record<string, unknown>;

const LONGEST = 160;

/**
 * What of the settings was changed, as the log tells it: of lists what came and went, texts shortened, addresses without what
 * stands before their @, links without what may be a secret. What is made from another setting is left out. Null: nothing changed.
 */
export function changesIn(before: Settings, after: Settings): { before: Settings; after: Settings } | null {
  const changed = Object.keys(after)
    .filter((key) => !key.endsWith("Html"))
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (changed.length === 0) return null;
  const told = (from: Settings, other: Settings) =>
    Object.fromEntries(changed.map((key) => [key, toldOf(onlyIn(from[key], other[key]))]));
  return { before: told(before, after), after: told(after, before) };
}

/** Of a list what the other does not have, or all of it where only the order is another; anything else as it is. */
function onlyIn(value: unknown, other: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(other)) return value;
  const known = new Set(other.map((item) => JSON.stringify(item)));
  const only = value.filter((item) => !known.has(JSON.stringify(item)));
  const isReordered = only.length === 0 && value.length === other.length;
  return isReordered ? value : only;
}

function toldOf(value: unknown): string | number | boolean | null {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return null;
  return shortened(withoutSecrets(textOf(value)));
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const isList = Array.isArray(value) && value.every((item) => typeof item !== "object");
  return isList ? value.join(", ") : JSON.stringify(value);
}

/** Keys of map and geocoding services stand behind the question mark; names and passwords before the @. */
function withoutSecrets(text: string): string {
  return text
    .replaceAll(/(https?:\/\/[^\s"?]*)\?[^\s"]*/g, "$1?…")
    .replaceAll(/[^\s@,;:/"]+(?::[^\s@/"]*)?@(?=[\w.-])/g, "…@");
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length})` : text;
}
