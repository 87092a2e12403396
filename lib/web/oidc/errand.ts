import { cookies } from "next/headers";
import * as z from "zod";
import { hashToken, seal, unseal } from "@/lib/core/crypto";
import { env } from "@/lib/core/env";
import { safePath } from "@/lib/core/paths";
import { ERRAND_COOKIE } from "../cookies";

const MINUTES = 15;
const PURPOSE = "errand to a provider";

const errand = z.object({
  provider: z.string(),
  /** Hash of the `state` that belongs to it: the answer to another errand is none to this one. */
  state: z.string(),
  until: z.number(),
  back: z.string().transform(safePath),
  /** The session whose account is to be linked; null: to sign in. */
  linkTo: z.string().nullable(),
});

export type Errand = z.output<typeof errand>;

type Sent = Pick<Errand, "provider" | "state" | "back" | "linkTo">;

/** Notes in this browser what somebody is sent to a provider for. */
export async function noteErrand({ state, ...sent }: Sent): Promise<void> {
  const note = { ...sent, state: hashToken(state), until: Date.now() + MINUTES * 60_000 };
  (await cookies()).set(ERRAND_COOKIE, seal(PURPOSE, JSON.stringify(note)), {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: MINUTES * 60,
    secure: env().ORIGIN.startsWith("https:"),
  });
}

/** What this browser was sent to this provider for, if it was, and with this `state`; only once. */
export async function takeErrand(provider: string, state: string | null): Promise<Errand | null> {
  const jar = await cookies();
  const note = opened(jar.get(ERRAND_COOKIE)?.value);
  if (!note || note.provider !== provider || state === null || note.state !== hashToken(state)) return null;
  jar.delete(ERRAND_COOKIE);
  return note.until > Date.now() ? note : null;
}

function opened(sealed: string | undefined): Errand | null {
  if (!sealed) return null;
  try {
    return errand.parse(JSON.parse(unseal(PURPOSE, sealed)));
  } catch {
    return null;
  }
}
