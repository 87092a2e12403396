import type { InstanceSettings } from "@/lib/instance/settings";

/**
 * Whether administrators let this address have an account. What they refuse stays refused even where something
 * else lets it in; case and `+tag` do not count, and a domain covers its subdomains.
 */
export function isEmailWelcome(
  { emailAllow, emailDeny }: Pick<InstanceSettings, "emailAllow" | "emailDeny">,
  email: string,
): boolean {
  const address = plainAddress(email);
  const isListed = (entry: string) => covers(entry, address);
  if (emailDeny.some(isListed)) return false;
  return emailAllow.length === 0 || emailAllow.some(isListed);
}

function covers(entry: string, address: string): boolean {
  const listed = plainAddress(entry);
  if (listed.includes("@")) return listed === address;
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return domain === listed || domain.endsWith(`.${listed}`);
}

/** The mailbox that is meant: lower case, without what follows a plus sign. */
function plainAddress(text: string): string {
  const folded = text.trim().toLowerCase();
  const at = folded.lastIndexOf("@");
  if (at < 0) return folded;
  return folded.slice(0, at).replace(/\+.*$/, "") + folded.slice(at);
}
