import * as z from "zod";
import type { ExternalPerson } from "@/lib/accounts/external-person";
import { emailField } from "@/lib/accounts/input";
import { issuerKey } from "@/lib/core/oidc-providers";

const text = z.string().catch("");

const claims = z.object({
  sub: z.string().min(1).max(255),
  name: text,
  preferred_username: text,
  nickname: text,
  email: text,
  /** Some providers write it as text. */
  email_verified: z.union([z.boolean(), z.stringbool()]).catch(false),
});

/**
 * Who came, from what a provider said and what its ID token says beside (some tell the address only there). The
 * protocol was checked before. An address counts only if the same answer calls it verified: of others nothing is kept. Null if it names nobody.
 */
export function personOf(
  issuer: string,
  answer: unknown,
  idToken: string | undefined,
): ExternalPerson | null {
  const said = claims.safeParse(answer).data;
  if (!said) return null;
  const sealed = claims.safeParse(payloadOf(idToken)).data;
  const witnesses = sealed?.sub === said.sub ? [said, sealed] : [said];
  const name = witnesses.map(
    ({ name, preferred_username, nickname }) => name || nickname || preferred_username,
  );
  return {
    issuer: issuerKey(issuer),
    subject: said.sub,
    email: witnesses.map(verifiedEmail).find((email) => email !== null) ?? null,
    name: (name.find(Boolean) ?? "").trim().slice(0, 80),
  };
}

function verifiedEmail({ email, email_verified }: z.output<typeof claims>): string | null {
  return email_verified ? (emailField.safeParse(email).data ?? null) : null;
}

function payloadOf(idToken: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(idToken?.split(".")[1] ?? "", "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
