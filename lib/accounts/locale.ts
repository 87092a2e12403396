import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";

/** The language in which the account is written to, also when it is not here. */
export async function setAccountLocale(ctx: Context, locale: Locale): Promise<void> {
  if (ctx.actor.kind !== "account") throw new AppError("unauthenticated", "sign_in_first");
  await ctx.db.update(accounts).set({ locale }).where(eq(accounts.id, ctx.actor.accountId));
}
