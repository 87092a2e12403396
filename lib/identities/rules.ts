import { allowedUrl } from "@/lib/core/net/allowed-url";

/** The address that a line of an identity leads to, if its whole value is one of the web; null for everything else. */
export function linkOf(value: string): string | null {
  return /^https?:\/\/\S+$/i.test(value) ? (allowedUrl(value)?.href ?? null) : null;
}
