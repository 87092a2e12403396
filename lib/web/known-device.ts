import { randomBytes, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { keyedHash } from "@/lib/core/crypto";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { choiceCookie, DEVICE_COOKIE } from "./cookies";

/**
 * Remembers for a year, also after signing out, that somebody signed in here with this account: its tries are then
 * counted apart from everybody else's, so that nobody is locked out by those who guess (OWASP, "device cookies").
 * To whoever finds the cookie it says nothing. Only the page to sign in gets it.
 */
export async function rememberDevice(accountId: string): Promise<void> {
  const name = randomBytes(12).toString("base64url");
  const options = { ...choiceCookie(env().ORIGIN), path: paths.signIn };
  (await cookies()).set(DEVICE_COOKIE, `${name}.${proofOf(name, accountId)}`, options);
}

/** The name of this browser if it signed in with this account before, else null. */
export async function knownDevice(accountId: string | null): Promise<string | null> {
  const [name = "", proof = ""] = (await cookies()).get(DEVICE_COOKIE)?.value.split(".") ?? [];
  const expected = Buffer.from(proofOf(name, accountId ?? ""));
  const given = Buffer.from(proof);
  const isKnown = given.length === expected.length && timingSafeEqual(given, expected);
  return accountId && isKnown ? name : null;
}

function proofOf(name: string, accountId: string): string {
  return keyedHash("known device", `${name} ${accountId}`);
}
