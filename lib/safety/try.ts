import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { authorize } from "@/lib/core/errors";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { canModerate } from "@/lib/instance/policy";
import type { WordRule } from "@/lib/instance/safety-settings";
import { readInstance } from "@/lib/instance/settings";
import { hitsOf, outcomeOf, type Scope, spokenOf } from "./rules";

export type Trial = {
  outcome: WordRule["outcome"] | null;
  /** The rules about words that speak, as they were typed. */
  words: Pick<WordRule, "pattern" | "outcome">[];
  hasManyLinks: boolean;
  /** Only in a new account's comment. */
  hasEarlyLinks: boolean;
};

/** What would happen to a text; nothing is kept of it. For moderators. */
export async function tryRules(
  ctx: Context,
  { text, scope }: { text: string; scope: Scope },
): Promise<Trial> {
  authorize(canModerate(ctx.actor));
  const settings = await readInstance(ctx.db);
  const html = renderMarkdown(text);
  const accountDays = Number.POSITIVE_INFINITY;
  const usual = hitsOf(settings, { scope, text, html, accountDays }, env().ORIGIN);
  const early = hitsOf(settings, { scope, text, html, accountDays: 0 }, env().ORIGIN);
  return {
    outcome: outcomeOf(usual),
    words: spokenOf(settings, usual),
    hasManyLinks: usual.some(({ kind }) => kind === "many_links"),
    hasEarlyLinks: early.some(({ kind }) => kind === "early_links"),
  };
}
