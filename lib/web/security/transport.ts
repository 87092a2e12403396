/** The value of `Strict-Transport-Security`, when people reach us by https. Subdomains may belong to somebody else. */
export function transportSecurity(origin: string): string | null {
  return origin.startsWith("https:") ? "max-age=31536000" : null;
}
