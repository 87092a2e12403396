"use server";

import { paths } from "@/lib/core/paths";
import { ruleReference, safetyInput, templateInput, trialInput, wordRuleInput } from "@/lib/safety/input";
import { addTemplate, addWordRule, removeTemplate, removeWordRule, setSafety } from "@/lib/safety/settings";
import { tryRules } from "@/lib/safety/try";
import { action } from "@/lib/web/action";

const asAccount = { as: "account" } as const;

const back = (anchor: string, notice: string) => ({ to: `${paths.safety}?notice=${notice}#${anchor}` });

export const setSafetyAction = action(
  safetyInput,
  async (ctx, input) => {
    await setSafety(ctx, input);
    return back("limits", "safety_saved");
  },
  asAccount,
);

export const addWordRuleAction = action(
  wordRuleInput,
  async (ctx, input) => {
    await addWordRule(ctx, input);
    return back("words", "word_rule_added");
  },
  asAccount,
);

export const removeWordRuleAction = action(
  ruleReference,
  async (ctx, input) => {
    await removeWordRule(ctx, input);
    return back("words", "word_rule_removed");
  },
  asAccount,
);

export const addTemplateAction = action(
  templateInput,
  async (ctx, input) => {
    await addTemplate(ctx, input);
    return back("templates", "template_saved");
  },
  asAccount,
);

export const removeTemplateAction = action(
  ruleReference,
  async (ctx, input) => {
    await removeTemplate(ctx, input);
    return back("templates", "template_removed");
  },
  asAccount,
);

/** The answer is all that is left of the text. */
export const tryRulesAction = action(
  trialInput,
  async (ctx, input, typed) => {
    const { outcome, words, hasManyLinks, hasEarlyLinks } = await tryRules(ctx, input);
    return {
      answer: {
        outcome: outcome ?? "none",
        ...Object.fromEntries(
          (["refuse", "hold", "report"] as const).map((kind) => [
            kind,
            words.filter((rule) => rule.outcome === kind).map(({ pattern }) => pattern),
          ]),
        ),
        links: [...(hasManyLinks ? ["many"] : []), ...(hasEarlyLinks ? ["early"] : [])],
      },
      typed,
    };
  },
  asAccount,
);
