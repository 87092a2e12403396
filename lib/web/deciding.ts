import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { casePath } from "@/lib/core/moderation-paths";
import { wordedReason } from "@/lib/moderation/templates";
import { action } from "./action";

/** What all actions on a case have in common: made as the account, and back to the case. */
export function deciding<S extends z.ZodType<{ caseId: string }>>(
  schema: S,
  decide: (ctx: Context, input: z.output<S>) => Promise<void>,
  notice: string,
) {
  return action(
    schema,
    async (ctx, input) => {
      await decide(ctx, input);
      return { to: `${casePath(input.caseId)}?notice=${notice}` };
    },
    { as: "account" },
  );
}

/** The same with a reason, which is what was typed or a text that stood ready. */
export function reasoned<S extends z.ZodType<{ caseId: string; reason: string; template: string }>>(
  schema: S,
  decide: (ctx: Context, input: z.output<S>) => Promise<void>,
  notice: string,
) {
  return deciding(
    schema,
    async (ctx, input) => decide(ctx, { ...input, reason: await wordedReason(ctx, input) }),
    notice,
  );
}
