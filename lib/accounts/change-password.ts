import type { z } from "zod";
import { type Context, inTransaction } from "@/lib/core/context";
import type { changePasswordInput } from "./input";
import { requireOwnPassword } from "./own-password";
import { openSession } from "./session";
import { setPassword } from "./set-password";

/**
 * Changes the password and signs out everywhere. Answers with a new session for the device that asked, so that an id
 * which somebody saw before is worth nothing. Refuses as `requireOwnPassword` does; doors count the tries.
 */
export async function changePassword(
  ctx: Context,
  { password, newPassword }: z.output<typeof changePasswordInput>,
  userAgent: string,
): Promise<string> {
  const { id } = await requireOwnPassword(ctx, password);
  return inTransaction(ctx, async (tx) => {
    await setPassword(tx, id, newPassword);
    return openSession(tx, id, userAgent);
  });
}
