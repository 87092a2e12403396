import { eq } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { isDemo, READY_MADE_DOMAIN } from "@/lib/core/demo";
import { conflict } from "@/lib/core/errors";

/**
 * Refuses with `not_in_demo` what would take one of a demonstration's ready-made people away from the next visitor:
 * their password, address, role, account; and what would sign other visitors out.
 */
export function refuseReadyMade({ email }: Pick<Account, "email">): void {
  if (isDemo() && email.endsWith(`@${READY_MADE_DOMAIN}`)) throw conflict("not_in_demo");
}

/** The same for an account of which only the id is known. */
export async function refuseReadyMadeId({ db }: Pick<Context, "db">, accountId: string): Promise<void> {
  if (!isDemo()) return;
  const [account] = await db
    .select({ email: accounts.email })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (account) refuseReadyMade(account);
}
