import type { KeyObject } from "node:crypto";
import { env } from "@/lib/core/env";

/** A request as whoever signed it saw it. `body` is null for what has none by its nature. */
export type SignedRequest = {
  method: string;
  url: URL;
  headers: Pick<Headers, "get">;
  body: Uint8Array | null;
};

/** What a signature says before it is checked: whose key, and whether a key made it. */
export type Claim = { keyUri: string; isMadeWith(key: KeyObject): boolean };

export type SignatureRefusal =
  | "signature_missing"
  | "signature_not_readable"
  /** It leaves out the target, the host, the time or the body. */
  | "signature_covers_too_little"
  | "signature_not_timely"
  | "digest_differs";

/** The address under which a request was sent to us: the public one, whatever proxies and the framework made of it. */
export function publicUrl(pathAndQuery: string): URL {
  return new URL(env().ORIGIN + pathAndQuery);
}

/** The same with and without its query: some leave it out of what they sign. */
export function spellingsOf(url: URL): URL[] {
  if (url.search === "") return [url];
  return [url, new URL(url.origin + url.pathname)];
}
