import { eq } from "drizzle-orm";
import type { z } from "zod";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type Admission, admit } from "./admit";
import type { signInInput } from "./input";
import { isPassword } from "./password";

/**
 * Lets in whoever knows address and password. Refuses with `wrong_credentials` whether the address, the password or
 * both are wrong, and with what `admit` refuses only if both are right.
 */
export async function signInWithPassword(
  ctx: Context,
  input: z.output<typeof signInInput>,
  userAgent: string,
): Promise<Admission> {
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.email, input.email));
  const right = await isPassword(input.password, account?.passwordHash);
  if (!account || !right) throw new AppError("unauthenticated", "wrong_credentials");
  return admit(ctx, account, userAgent);
}
