import { isNull } from "drizzle-orm";
import type { z } from "zod";
import { secondFactors } from "@/db/schema/second-factors";
import { type Context, inTransaction } from "@/lib/core/context";
import { seal } from "@/lib/core/crypto";
import { conflict } from "@/lib/core/errors";
import type { passwordInput } from "../input";
import { requireOwnPassword } from "../own-password";
import { ofAccount } from "./find";
import { newSecret, SECRET_PURPOSE } from "./totp";

/**
 * Makes a secret for an app and returns the id of the set-up; nobody is asked for a code before one was shown
 * (confirm.ts). Begun again, the unfinished one is void. Refuses as `requireOwnPassword` does, and with
 * `second_factor_is_on`.
 */
export async function beginSecondFactor(
  ctx: Context,
  { password }: z.output<typeof passwordInput>,
): Promise<string> {
  const { id: accountId } = await requireOwnPassword(ctx, password);
  return inTransaction(ctx, async (tx) => {
    await tx.db.delete(secondFactors).where(ofAccount(accountId, isNull(secondFactors.confirmedAt)));
    const [begun] = await tx.db
      .insert(secondFactors)
      .values({ accountId, kind: "totp", secret: seal(SECRET_PURPOSE, newSecret()), createdAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: secondFactors.id });
    if (!begun) throw conflict("second_factor_is_on");
    return begun.id;
  });
}
