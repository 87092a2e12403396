import { createHash, createHmac, randomBytes } from "node:crypto";
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
