import { instanceSettings } from "@/db/schema/instance";
import { publishDocument } from "@/lib/accounts/administration/publish-document";
import { agree } from "@/lib/accounts/agree";
import type { Context } from "@/lib/core/context";
import { describeInstance, setRules } from "@/lib/instance/texts/describe";
import { descriptionInput, documentInput, rulesInput } from "@/lib/instance/texts/input";

/** What the server says about itself, and what people agree to. */
export const textsActs = {
  describeInstance: (ctx: Context) =>
    describeInstance(ctx, descriptionInput.parse({ name: "Bells", contact: "", language: "fr" })),
  setRules: (ctx: Context) => setRules(ctx, rulesInput.parse({ rules_en: "Be kind." })),
  publishDocument: (ctx: Context) =>
    publishDocument(ctx, documentInput.parse({ kind: "terms", mode: "default", asksAgain: "on" })),
  agree: async (ctx: Context) => {
    const data = { agreeSince: ctx.now.toISOString() };
    const set = { data, updatedAt: ctx.now };
    await ctx.db
      .insert(instanceSettings)
      .values(set)
      .onConflictDoUpdate({ target: instanceSettings.only, set });
    await agree(ctx, data.agreeSince);
  },
};
