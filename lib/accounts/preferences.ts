import { eq } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { isZone } from "@/lib/core/dates/zone";
import { invalidField } from "@/lib/core/errors";
import { ownAccountId } from "./own-account";

/** On whose clock mails and pages tell times. Refuses with `zone_not_valid` what is no IANA zone. */
export async function setZone(ctx: Context, zone: string): Promise<void> {
  const id = ownAccountId(ctx);
  if (!isZone(zone)) throw invalidField("zone", "zone_not_valid");
  await ctx.db.update(accounts).set({ zone }).where(eq(accounts.id, id));
}

/** The colours of pages on devices where nothing else was chosen; null: as the device says. */
export async function setTheme(ctx: Context, theme: Account["theme"]): Promise<void> {
  await ctx.db
    .update(accounts)
    .set({ theme })
    .where(eq(accounts.id, ownAccountId(ctx)));
}
