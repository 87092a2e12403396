import { isRecoveryCode } from "@/lib/accounts/input";
import type { Context } from "@/lib/core/context";
import { countAttempt, forgetAttempts, type Limit } from "./rate-limit";

const reason = "too_many_codes";
/** Three of a million codes are right at any time: whoever knows the password has 20 guesses a day, one in 16,000. */
const appCodes: Limit[] = [
  { name: "code", max: 5, minutes: 15, reason },
  { name: "code of the day", max: 20, minutes: 24 * 60, reason },
];
/** Nobody guesses 80 bits. Counted apart, so that somebody else's guesses never lock out whoever has such a code. */
const recoveryCodes: Limit[] = [{ name: "recovery code", max: 10, minutes: 15 }];

type Try = { accountId: string; code: string };

/**
 * Counts a try at an account's second factor before it is looked at, however many come at once, and forgets the
 * counting when it was right. Only those who know the password get here, so it is by account and not by address.
 */
export async function countingCodes<T>(
  ctx: Context,
  { accountId, code }: Try,
  take: () => Promise<T>,
): Promise<T> {
  const limits = isRecoveryCode(code) ? recoveryCodes : appCodes;
  for (const limit of limits) await countAttempt(ctx, limit, accountId);
  const taken = await take();
  for (const limit of limits) await forgetAttempts(ctx, limit, accountId);
  return taken;
}
