import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { instanceSettings } from "@/db/schema/instance";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { cleanLine, cleanText } from "@/lib/core/text/clean";
import type { MessageTemplate, SafetySettings, WordRule } from "@/lib/instance/safety-settings";
import { readInstance, updateInstance } from "@/lib/instance/settings";
import { foldPattern } from "./fold";
import type { safetyInput, templateInput, wordRuleInput } from "./input";

const MOST_RULES = 300;
const MOST_TEMPLATES = 50;

/** Administrators decide what comments, links, first posts and bursts are held to. */
export function setSafety(ctx: Context, input: z.output<typeof safetyInput>): Promise<void> {
  return updateInstance(ctx, input);
}

/** One more rule about words; the same words for the same place are decided anew. Refuses with `too_many_rules`. */
export function addWordRule(ctx: Context, input: z.output<typeof wordRuleInput>): Promise<void> {
  const rule = { ...input, id: randomUUID(), pattern: cleanLine(input.pattern) };
  const isSame = (other: WordRule) => other.scope === rule.scope && sameWords(other.pattern, rule.pattern);
  return change(ctx, ({ wordRules }) => {
    const others = wordRules.filter((other) => !isSame(other));
    if (others.length >= MOST_RULES) throw conflict("too_many_rules");
    return { wordRules: [...others, rule] };
  });
}

/** Repeating it is harmless. */
export function removeWordRule(ctx: Context, { id }: { id: string }): Promise<void> {
  return change(ctx, ({ wordRules }) => ({ wordRules: wordRules.filter((rule) => rule.id !== id) }));
}

/** One more text for moderators; one of the same name is replaced. Refuses with `too_many_templates`. */
export function addTemplate(ctx: Context, input: z.output<typeof templateInput>): Promise<void> {
  const template: MessageTemplate = {
    ...{ id: randomUUID(), title: cleanLine(input.title) },
    ...{ en: cleanText(input.en), fr: cleanText(input.fr) },
  };
  return change(ctx, ({ messageTemplates }) => {
    const others = messageTemplates.filter(({ title }) => title !== template.title);
    if (others.length >= MOST_TEMPLATES) throw conflict("too_many_templates");
    return { messageTemplates: [...others, template] };
  });
}

/** Repeating it is harmless. */
export function removeTemplate(ctx: Context, { id }: { id: string }): Promise<void> {
  return change(ctx, ({ messageTemplates }) => ({
    messageTemplates: messageTemplates.filter((template) => template.id !== id),
  }));
}

function sameWords(one: string, other: string): boolean {
  return foldPattern(one).join(" ") === foldPattern(other).join(" ");
}

/** `updateInstance` asks who may. */
function change(ctx: Context, changes: (settings: SafetySettings) => Partial<SafetySettings>): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    // What another administrator adds at the same time must not be lost.
    await tx.db.select({ only: instanceSettings.only }).from(instanceSettings).for("update");
    await updateInstance(tx, changes(await readInstance(tx.db)));
  });
}
