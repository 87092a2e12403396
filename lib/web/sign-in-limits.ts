import { findAccountId } from "@/lib/accounts/credentials";
import type { Context } from "@/lib/core/context";
import { knownDevice } from "./known-device";
import { clientAddress, countAttempt, type Limit } from "./rate-limit";

const MINUTES = 15;
/** A browser that signed in with the account before. */
const onKnownDevice: Limit = { name: "sign-in device", max: 10, minutes: MINUTES };
/** One sender who guesses at many accounts. */
const fromOneAddress: Limit = { name: "sign-in", max: 30, minutes: MINUTES };
/** One sender who guesses at one account. */
const atOneAccount: Limit = { name: "sign-in account", max: 10, minutes: MINUTES };
/** Many senders who guess at one account. */
const byAnybody: Limit = { name: "sign-in anybody", max: 100, minutes: MINUTES };

/**
 * Counts one try to sign in, in the same way whether the address has an account or not. Whoever guesses, from wherever,
 * cannot lock out a browser that is known. Refuses with `too_many_attempts`.
 */
export async function countSignIn(ctx: Context, email: string): Promise<void> {
  const device = await knownDevice(await findAccountId(ctx, email));
  if (device) return countAttempt(ctx, onKnownDevice, device);
  const sender = await clientAddress();
  await countAttempt(ctx, fromOneAddress, `address ${sender}`);
  await countAttempt(ctx, atOneAccount, `${email} from ${sender}`);
  await countAttempt(ctx, byAnybody, email);
}
