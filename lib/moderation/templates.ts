import type { Context } from "@/lib/core/context";
import { invalidField } from "@/lib/core/errors";
import type { MessageTemplate } from "@/lib/instance/safety-settings";
import { readInstance } from "@/lib/instance/settings";

/** Texts that stand ready, as they are chosen from: each in each language that it has. */
export async function listTemplates({ db }: Pick<Context, "db">) {
  const { messageTemplates } = await readInstance(db);
  return choicesOf(messageTemplates);
}

export type TemplateChoice = ReturnType<typeof choicesOf>[number];

/** What is told: what was typed, or else the chosen text. Refuses with the field error `why_missing`. */
export async function wordedReason(
  ctx: Pick<Context, "db">,
  { reason, template }: { reason: string; template: string },
): Promise<string> {
  if (reason !== "") return reason;
  const found = (await listTemplates(ctx)).find(({ value }) => value === template);
  if (!found) throw invalidField("reason", "why_missing");
  return found.text;
}

function choicesOf(templates: MessageTemplate[]) {
  return templates.flatMap(({ id, title, en, fr }) => [
    ...(en ? [{ value: `${id}:en`, title, locale: "en" as const, text: en }] : []),
    ...(fr ? [{ value: `${id}:fr`, title, locale: "fr" as const, text: fr }] : []),
  ]);
}
