import { renderMarkdown } from "@/lib/core/text/markdown";
import { plainText } from "@/lib/core/text/plain-text";
import type { SafetySettings, WordRule } from "@/lib/instance/safety-settings";
import { foldText } from "./fold";
import { addressesIn, linksIn } from "./links";
import { holdsPattern } from "./match";

export type Scope = Exclude<WordRule["scope"], "all">;

/**
 * What is about to be published: Markdown, and what is made of it. `accountDays`: how old the account behind it is; null: of
 * another server.
 */
export type Draft = { scope: Scope; text: string; html?: string; accountDays: number | null };

/** A rule that speaks about it. `ruleId`: which of the rules about words. */
export type Hit =
  | { kind: "words"; ruleId: string; outcome: WordRule["outcome"] }
  | { kind: "many_links" | "early_links"; outcome: "hold" };

type Rules = Pick<SafetySettings, "wordRules" | "mostLinks" | "linksAfterDays">;

/** All rules that speak about something, in their order. */
export function hitsOf(rules: Rules, draft: Draft, origin: string): Hit[] {
  const meant = rules.wordRules.filter(({ scope }) => isMeant(scope, draft));
  const looks = meant.length > 0 ? looksOf(draft).map(foldText) : [];
  const spoken = meant
    .filter(({ pattern }) => looks.some((folded) => holdsPattern(folded, pattern)))
    .map(({ id, outcome }) => ({ kind: "words" as const, ruleId: id, outcome }));
  return [...spoken, ...linkHits(rules, draft, origin)];
}

/** The rules about words that spoke, as they were typed, in their order. */
export function spokenOf({ wordRules }: Pick<Rules, "wordRules">, hits: Hit[]): WordRule[] {
  const spoken = new Set(hits.flatMap((hit) => (hit.kind === "words" ? [hit.ruleId] : [])));
  return wordRules.filter(({ id }) => spoken.has(id));
}

/** What happens in the end: the strictest of all. Null: nothing. */
export function outcomeOf(hits: Hit[]): WordRule["outcome"] | null {
  for (const outcome of ["refuse", "hold", "report"] as const)
    if (hits.some((hit) => hit.outcome === outcome)) return outcome;
  return null;
}

/** As it was typed and as it is read: marks may stand within a word ("ca**si**no"), and letters be written as numbers. */
function looksOf({ text, html = renderMarkdown(text) }: Draft): string[] {
  return [text, plainText(html.replace(/<\/?a\b[^>]*>/g, "")), addressesIn(html)];
}

function isMeant(scope: WordRule["scope"], draft: Draft): boolean {
  return scope === "all" || scope === draft.scope;
}

function linkHits({ mostLinks, linksAfterDays }: Rules, draft: Draft, origin: string): Hit[] {
  if (draft.scope !== "comments" || !draft.html) return [];
  const trustsNames = draft.accountDays === null;
  const links = linksIn(draft.html, origin, { trustsNames }).length;
  const hits: Hit[] = [];
  if (mostLinks !== null && links > mostLinks) hits.push({ kind: "many_links", outcome: "hold" });
  const isYoung = draft.accountDays !== null && draft.accountDays < linksAfterDays;
  if (links > 0 && isYoung) hits.push({ kind: "early_links", outcome: "hold" });
  return hits;
}
