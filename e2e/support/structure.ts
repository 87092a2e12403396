import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { type Drawn, drawPage } from "./drawn";

/** Their words are the page's own; whether there are any is all that counts. Every other attribute counts as it is. */
const wordy =
  /^(?:data-(?!theme$)|(?:href|src|srcset|sizes|value|title|alt|content|datetime|formaction|name|placeholder|aria-label|aria-value.*|min|max|low|high|optimum|width|height|style)$)/;

/** Where a form goes, and how: nobody reads that. */
const unread = /^(?:action|method|enctype|novalidate|nonce)$/;

/** They name ids of other elements. */
const references =
  /^(?:for|list|form|headers|aria-(?:labelledby|describedby|controls|owns|details|errormessage|activedescendant))$/;

/** A pointer needs this many pixels, WCAG 2.2 says. */
const TARGET = 24;

type Whole = {
  /** How often each id, and each name of what has a role, is there. */
  ids: Map<string, number>;
  names: Map<string, number>;
  targets: Drawn[];
};

/**
 * Digests of all that axe goes by, without the words: one of the whole, and one of each kind of text in its colours.
 * A page whose digests were all met before is nothing new to axe. Of neighbours that are alike, as in lists, one
 * stands for all.
 */
export async function structuresOn(page: Page): Promise<string[]> {
  const drawn: Drawn = JSON.parse(await page.evaluate(drawPage));
  const all = [...everythingIn(drawn)];
  const whole = {
    ids: countOf(all.map(({ attributes }) => attributes.id)),
    names: countOf(all.map(nameOf)),
    targets: all.filter(({ box }) => box),
  };
  const structure = `${page.viewportSize()?.width} ${describe(drawn, whole)}`;
  return [structure, ...new Set(textsIn(drawn))].map((text) =>
    createHash("sha256").update(text).digest("hex"),
  );
}

function describe(element: Drawn, whole: Whole): string {
  const { tag, attributes, style, states, hasText } = element;
  const told = [
    ...Object.entries(attributes)
      .filter(([name]) => !unread.test(name))
      .map(([name, value]) => `${name}=${attributeOf(element, { name, value, whole })}`)
      .sort(),
    style,
    ...states,
    hasText && "text",
    (whole.names.get(nameOf(element) ?? "") ?? 0) > 1 && "called like another",
    isCrowded(element, whole),
  ];
  return `<${tag} ${told.filter(Boolean).join(" ")}>${childrenOf(element, whole)}</>`;
}

/** Each text as what it is inside of, and in which colours. */
function* textsIn(element: Drawn, around = ""): Generator<string> {
  const { tag, attributes, style, colors, hasText, children } = element;
  const path = `${around}>${tag}.${attributes.class ?? ""} ${style} ${colors}`;
  if (hasText) yield path;
  for (const child of children.filter(isDrawn)) yield* textsIn(child, path);
}

function childrenOf({ tag, children }: Drawn, whole: Whole): string {
  const told = children.filter(isDrawn).map((child) => describe(child, whole));
  const isList = /^(?:ul|ol|tbody|head)$/.test(tag);
  const kept = told.filter((each, at) => (isList ? told.indexOf(each) === at : each !== told[at - 1]));
  const several = kept.map(
    (each) => (told.filter((other) => other === each).length > 1 ? "several " : "") + each,
  );
  return several.join("");
}

/** What is there for nobody counts only as what others name. Of the head nothing is drawn. */
function isDrawn({ tag, style }: Drawn): boolean {
  return /^(?:head|title|meta)$/.test(tag) || !style.startsWith("none");
}

function attributeOf(
  { tag, attributes }: Drawn,
  { name, value, whole: { ids } }: { name: string; value: string; whole: Whole },
): string {
  // What differs in a number differs in looks alone, which count by themselves.
  if (name === "class") return value.replace(/-\d+\b/g, "-n");
  if (name === "id") return (ids.get(value) ?? 0) > 1 ? "doubled" : "";
  const isThere = (id: string) => (ids.has(id) ? "there" : "missing");
  if (references.test(name)) return [...new Set(value.split(/\s+/).map(isThere))].join();
  if (name === "href" && tag === "a" && value.startsWith("#")) return isThere(value.slice(1));
  const isSetting =
    tag === "meta" && /viewport|refresh/.test(`${attributes.name} ${attributes["http-equiv"]}`);
  if (isSetting || !wordy.test(name)) return value;
  return value.trim() ? "…" : "";
}

/** Landmarks of one kind must not be called the same. */
function nameOf({ tag, attributes, name }: Drawn): string | undefined {
  return name.trim() ? `${tag} ${attributes.role} ${name.trim()}` : undefined;
}

/** Small, and so near to another target that one may be hit for the other. */
function isCrowded({ box }: Drawn, { targets }: Whole): string | false {
  if (!box || Math.min(box[2], box[3]) >= TARGET) return false;
  const [x, y] = [box[0] + box[2] / 2, box[1] + box[3] / 2];
  const isNear = ({ box: other }: Drawn) => {
    if (!other || other === box) return false;
    const [left, top, width, height] = other;
    const across = Math.max(left - x, 0, x - left - width);
    const down = Math.max(top - y, 0, y - top - height);
    const apart = Math.hypot(left + width / 2 - x, top + height / 2 - y);
    return Math.hypot(across, down) < TARGET / 2 || apart < TARGET;
  };
  return targets.some(isNear) ? "crowded" : "small";
}

function countOf(values: (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function* everythingIn(element: Drawn): Generator<Drawn> {
  yield element;
  for (const child of element.children) yield* everythingIn(child);
}
