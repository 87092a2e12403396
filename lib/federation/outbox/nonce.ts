import { keyedHash } from "@/lib/core/crypto";

/** What tells one activity from the next about the same thing; without the server's secret it tells nothing. */
export function nonceOf(...parts: (string | number)[]): string {
  return keyedHash("activity", parts.join(" ")).slice(0, 16);
}
