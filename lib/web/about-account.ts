import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { accountPath } from "@/lib/core/moderation-paths";
import { action } from "./action";
import type { FormAction } from "./form-state";

/** An action by which administrators decide about somebody's account; it leads back to that account's page. */
export function aboutAccount<S extends z.ZodType<{ accountId: string }>>(
  schema: S,
  decide: (ctx: Context, input: z.output<S>) => Promise<unknown>,
): FormAction {
  return action(
    schema,
    async (ctx, input) => {
      await decide(ctx, input);
      return { to: `${accountPath(input.accountId)}?notice=account_changed` };
    },
    { as: "account" },
  );
}
