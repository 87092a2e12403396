/** The fields of a form, by name, as pages hold them or as browsers send them. */
type Values = Record<string, unknown>;

/** A field in which what somebody typed differs from what was saved meanwhile. */
export type Difference = {
  name: string;
  mine: string;
  saved: string;
  /** They changed it since the form was opened: if not, only what was saved is new. */
  isMine: boolean;
};

/**
 * Short marks of what the fields held when a form was opened. The form carries them, so that later it is known who
 * changed what: the one who typed, somebody else meanwhile, or both.
 */
export function marksOf(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}:${mark(asText(value))}`)
    .join(" ");
}

/** Where a typed form (with its marks in `opened`) differs from what is saved. Fields that only one side has are left out. */
export function differencesOf(typed: Values, saved: Values): Difference[] {
  const opened = new Map(
    asText(typed.opened)
      .split(" ")
      .map((pair) => pair.split(":") as [string, string]),
  );
  return fieldsOf(saved, typed).flatMap((name) => {
    const [mine, theirs] = [asText(typed[name]), asText(saved[name])];
    if (mine === theirs) return [];
    return { name, mine, saved: theirs, isMine: opened.get(name) !== mark(mine) };
  });
}

/** What is saved, with some fields as they were typed. */
export function withTyped<V extends Values>(saved: V, typed: Values, names: string[]): V {
  const taken = fieldsOf(saved, typed).filter((name) => names.includes(name));
  return { ...saved, ...Object.fromEntries(taken.map((name) => [name, likewise(saved[name], typed[name])])) };
}

/** What both know: a text field that was not sent was not on the form. */
function fieldsOf(saved: Values, typed: Values): string[] {
  return Object.keys(saved).filter((name) => typeof saved[name] !== "string" || typed[name] !== undefined);
}

/** Browsers send nothing for an empty list or a box that is not ticked. */
function likewise(saved: unknown, typed: unknown): unknown {
  if (typeof saved === "boolean") return typed !== undefined;
  if (Array.isArray(saved)) return [typed ?? []].flat();
  return asText(typed);
}

function asText(value: unknown): string {
  if (value === undefined || value === null || value === false) return "";
  if (value === true) return "on";
  return [value].flat().join("\n").replaceAll("\r\n", "\n").trim();
}

/** FNV-1a, 32 bits: enough to see a change. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
