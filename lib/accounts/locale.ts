import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import type { Locale } from "@/lib/core/locale";
import { ownAccountId } from "./own-account";

/** The language in which the account is written to, also when it is not here. Refuses with `sign_in_first`. */
export async function setLocale(ctx: Context, locale: Locale): Promise<void> {
  await ctx.db
    .update(accounts)
    .set({ locale })
    .where(eq(accounts.id, ownAccountId(ctx)));
}
