import { connection } from "@/lib/core/database";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { findByAddress } from "@/lib/federation/find";
import { findKnownPath, pathOfFound } from "@/lib/federation/known";
import { isCutOff } from "@/lib/instance/domain-policy";
import { requestContext } from "./context";
import { countAttempt, type Limit } from "./rate-limit";
import type { Viewer } from "./viewer";

/** Why an address of another server leads nowhere: to be told in words. */
export type WhyNot = "sign_in" | "too_many" | "suspended" | "slow" | "nothing" | "nobody_here";

export type LookedUp = { path: string } | { whyNot: WhyNot };

/** Other servers work for it: per account. */
const lookUps: Limit = { name: "look elsewhere", max: 40, minutes: 10 };

/** People wait for the page meanwhile. */
const LONGEST_WAIT = 9_000;

/**
 * The page here of what stands at an address of another server, or of "@name@server". What is known is found for
 * everybody; another server is asked only for somebody who is signed in, not too often and not for long: what comes too
 * late is there when they try again.
 */
export async function lookElsewhere(address: string, viewer: Viewer | null): Promise<LookedUp> {
  const { db } = connection();
  const host = hostOf(address);
  if (!host) return { whyNot: "nothing" };
  if (await isCutOff(db, host)) return { whyNot: "suspended" };
  const known = await findKnownPath(db, address);
  if (known) return { path: known };
  if (!viewer) return { whyNot: "sign_in" };
  try {
    await countAttempt({ db, now: new Date() }, lookUps, viewer.session.accountId);
  } catch (error) {
    if (error instanceof AppError) return { whyNot: "too_many" };
    throw error;
  }
  return ask(address);
}

/** The server that an address names, in either form. */
export function hostOf(address: string): string | null {
  const named = /^@?[^@\s/]+@([^@\s/?#]+)$/.exec(address)?.[1];
  return URL.parse(named ? `https://${named}` : address)?.host || null;
}

async function ask(address: string): Promise<LookedUp> {
  const ctx = await requestContext();
  const asked = findByAddress(ctx, address).then(
    (found): LookedUp => (found ? { path: pathOfFound(found) } : { whyNot: "nothing" }),
    (error: unknown): LookedUp => {
      log("federation").error({ err: error }, "an address of another server could not be looked up");
      return { whyNot: "nothing" };
    },
  );
  const late = new Promise<LookedUp>((settle) => {
    setTimeout(settle, LONGEST_WAIT, { whyNot: "slow" }).unref();
  });
  return Promise.race([asked, late]);
}
