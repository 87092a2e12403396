import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { secret } from "./env";

/** A secret for a link: 192 random bits, safe in URLs. Only its hash belongs in the database. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(24).toString("base64url");
  return { token, hash: hashToken(token) };
}

/** What the database keeps of a token: it cannot be turned back, and no index on it leaks by timing. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** A name for a value that only this server can compute, e.g. to count by IP address without keeping it. */
export function keyedHash(purpose: string, value: string): string {
  return createHmac("sha256", secret()).update(`${purpose}\0${value}`).digest("base64url");
}

/**
 * Closes a secret that must be read again, such as a private key, for the database: AES-256-GCM with a key derived
 * from the server's secret for this purpose alone. Without that secret a leaked table tells nothing.
 */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const closed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString("base64url");
}

/** Opens what `seal` closed for the same purpose; throws if it was changed or the server's secret is another one. */
export function unseal(purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  // Said, since the tag of something cut short would be believed as far as it goes.
  const whole = { authTagLength: 16 };
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12), whole);
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret(), "", purpose, 32));
}
