import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";

/** The account that acts about itself. Refuses everybody else with `sign_in_first`. */
export function ownAccountId({ actor }: Pick<Context, "actor">): string {
  if (actor.kind !== "account") throw new AppError("unauthenticated", "sign_in_first");
  return actor.accountId;
}
