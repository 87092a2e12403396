import { createPublicKey, type KeyObject } from "node:crypto";

const read = new Map<string, KeyObject | null>();
const MOST_READ = 2000;

/**
 * A key as others publish it: SPKI or PKCS#1 (Mobilizon) in PEM. Null for what is none, for RSA under 2,048 bits, and for
 * sizes whose only use is to keep us busy.
 */
export function publicKeyOf(pem: string): KeyObject | null {
  const known = read.get(pem);
  if (known !== undefined) return known;
  const key = readKey(pem);
  if (read.size >= MOST_READ) read.clear();
  read.set(pem, key);
  return key;
}

function readKey(pem: string): KeyObject | null {
  if (pem.length > 10_000 || !/-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem)) return null;
  try {
    const key = createPublicKey(pem.trim());
    return isUsable(key) ? key : null;
  } catch {
    return null;
  }
}

function isUsable({ asymmetricKeyType: type, asymmetricKeyDetails: details = {} }: KeyObject): boolean {
  if (type === "ed25519") return true;
  if (type === "ec") return ["prime256v1", "secp384r1"].includes(details.namedCurve ?? "");
  const { modulusLength = 0, publicExponent = 0n } = details;
  return type === "rsa" && modulusLength >= 2048 && modulusLength <= 8192 && publicExponent < 1n << 33n;
}
