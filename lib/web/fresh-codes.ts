import { cookies } from "next/headers";
import { z } from "zod";
import { ownAccountId } from "@/lib/accounts/own-account";
import type { Context } from "@/lib/core/context";
import { seal, unseal } from "@/lib/core/crypto";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { FRESH_CODES_COOKIE } from "./cookies";

const PURPOSE = "fresh recovery codes";
const MINUTES = 15;
const shape = z.object({ accountId: z.string(), codes: z.array(z.string()), until: z.number() });

/**
 * Lets this browser see new recovery codes, which the database cannot tell, on the page that follows: until they were
 * put away, a quarter of an hour at most. Sealed, so that its cookies alone tell nobody.
 */
export async function keepFreshCodes(ctx: Pick<Context, "actor">, codes: string[]): Promise<void> {
  const accountId = ownAccountId(ctx);
  const until = Date.now() + MINUTES * 60_000;
  (await cookies()).set(FRESH_CODES_COOKIE, seal(PURPOSE, JSON.stringify({ accountId, codes, until })), {
    httpOnly: true,
    sameSite: "strict",
    path: paths.secondFactor,
    maxAge: MINUTES * 60,
    secure: env().ORIGIN.startsWith("https:"),
  });
}

/** The codes that this account was given in this browser just now, or null. */
export async function findFreshCodes(ctx: Pick<Context, "actor">): Promise<string[] | null> {
  const sealed = (await cookies()).get(FRESH_CODES_COOKIE)?.value;
  const fresh = sealed && opened(sealed);
  return fresh && fresh.accountId === ownAccountId(ctx) && fresh.until > Date.now() ? fresh.codes : null;
}

export async function forgetFreshCodes(): Promise<void> {
  (await cookies()).delete({ name: FRESH_CODES_COOKIE, path: paths.secondFactor });
}

function opened(sealed: string) {
  try {
    return shape.parse(JSON.parse(unseal(PURPOSE, sealed)));
  } catch {
    return null;
  }
}
