import { hash, verify } from "@node-rs/argon2";

/** argon2id with the first parameters that OWASP recommends: 19 MiB, two passes. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), parameters);
}

/**
 * Whether the password is right. Without a hash to compare with (no such account) it takes as long
 * and says no, so that the time of the answer does not tell which addresses have an account.
 */
export async function isPassword(password: string, hashed: string | null | undefined): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const nobodys = await decoy;
  const right = await verify(hashed ?? nobodys, password.normalize("NFKC"));
  return right && Boolean(hashed);
}
