import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { type Locale, locales } from "@/lib/core/locale";
import { cleanLine, cleanText } from "@/lib/core/text/clean";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { updateInstance } from "../settings";
import { type descriptionInput, type rulesInput, textsOf } from "./input";

/** Administrators say what their server is called, what it is for, and how to reach them. */
export function describeInstance(ctx: Context, input: z.output<typeof descriptionInput>): Promise<void> {
  const description = inAll(textsOf(input, "description"), cleanText);
  return updateInstance(ctx, {
    name: cleanLine(input.name),
    shortDescription: inAll(textsOf(input, "short"), cleanLine),
    description,
    descriptionHtml: inAll(description, renderMarkdown),
    contact: input.contact,
    language: input.language,
  });
}

/** Administrators say what is welcome here and what is not. */
export function setRules(ctx: Context, input: z.output<typeof rulesInput>): Promise<void> {
  const rules = inAll(textsOf(input, "rules"), cleanText);
  return updateInstance(ctx, { rules, rulesHtml: inAll(rules, renderMarkdown) });
}

function inAll(texts: Record<Locale, string>, change: (text: string) => string): Record<Locale, string> {
  return Object.fromEntries(locales.map((locale) => [locale, change(texts[locale])])) as typeof texts;
}
