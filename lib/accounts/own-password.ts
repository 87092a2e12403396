import { eq } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { AppError, conflict, invalidField } from "@/lib/core/errors";
import { isPassword } from "./password";
import { refuseReadyMade } from "./ready-made";

/**
 * The account that acts, if its password was typed again: a device left open is not enough for what locks its owner
 * out. Refuses with `sign_in_first`, `set_password_first` (it signs in elsewhere) and `wrong_password`.
 */
export async function requireOwnPassword(ctx: Context, password: string): Promise<Account> {
  const account = await getOwnAccount(ctx);
  refuseReadyMade(account);
  if (!account.passwordHash) throw conflict("set_password_first");
  if (!(await isPassword(password, account.passwordHash))) throw invalidField("password", "wrong_password");
  return account;
}

/** The account that acts. Refuses with `sign_in_first`, also when it is gone. */
export async function getOwnAccount({ db, actor }: Pick<Context, "db" | "actor">): Promise<Account> {
  const id = actor.kind === "account" ? actor.accountId : null;
  const [account] = id ? await db.select().from(accounts).where(eq(accounts.id, id)) : [];
  if (!account) throw new AppError("unauthenticated", "sign_in_first");
  return account;
}
