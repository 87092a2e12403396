import { isSecure } from "@/lib/core/oidc-providers";

/** As long as somebody waits for a page. */
const PATIENCE = 10_000;

/**
 * How providers are asked: by TLS, which stands for the signature of what they answer (OpenID Connect Core, 3.1.3.7).
 * The addresses stand in the provider's own document, so each is looked at again.
 */
export async function askProvider(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  if (!isSecure(url)) throw new TypeError("A provider is asked by https alone");
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(input, { ...init, cache: "no-store", redirect: "error", signal });
}
