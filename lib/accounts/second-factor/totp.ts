import { Secret, TOTP } from "otpauth";

/** What the secrets in the table are sealed for (lib/core/crypto). */
export const SECRET_PURPOSE = "second factor";

const STEP_SECONDS = 30;
/** Steps that the clock of a telephone may be off, both ways. */
const WINDOW = 1;

/** 160 random bits (RFC 4226, section 4) in base32, as apps take them. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says to an app: which server (`issuer`) and which account (`label`) the secret is for. */
export function setupAddress(secret: string, { issuer, label }: { issuer: string; label: string }): string {
  return totp(secret, { issuer, label }).toString();
}

/** The time step for which this code is right (RFC 6238: SHA-1, six digits, 30 seconds), or null. */
export function stepOf(code: string, secret: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totp(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: STEP_SECONDS, timestamp }) + delta;
}

function totp(secret: string, names: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({ ...names, secret, algorithm: "SHA1", digits: 6, period: STEP_SECONDS });
}
