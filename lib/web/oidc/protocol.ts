import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth, { customFetch, type NextAuthConfig } from "next-auth";
import type { OIDCConfig } from "next-auth/providers";
import { env, secret } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import type { OidcProvider } from "@/lib/core/oidc-providers";
import { paths } from "@/lib/core/paths";
import { askProvider } from "./ask";

const BASE = "/api/auth";

/** What Auth.js writes to check the way back by, under names of ours; each is needed. */
const checkCookies = {
  state: { name: "carillon_oidc_state" },
  nonce: { name: "carillon_oidc_nonce" },
  pkceCodeVerifier: { name: "carillon_oidc_pkce" },
  callbackUrl: { name: "carillon_oidc_back" },
};

/** What the provider said of whoever came: its answer, and the ID token, both of them checked. */
type Testimony = { claims: unknown; idToken: string | undefined };

/**
 * Where to send somebody who wants to sign in with the provider, and the `state` that they come back with; leaves what
 * it is checked by in this browser. Null if the provider does not answer as it should; why is in the log.
 */
export async function authorizationAt(
  provider: OidcProvider,
): Promise<{ address: string; state: string } | null> {
  const { signIn } = NextAuth(configFor(provider, () => {}));
  const address: string = await signIn(provider.id, { redirect: false, redirectTo: paths.front });
  const state = URL.parse(address)?.searchParams.get("state");
  return state ? { address, state } : null;
}

/**
 * Hears the provider about whoever comes back from it, after all checks of the protocol (state, PKCE, nonce, issuer,
 * audience). Null if anything is wrong. Auth.js makes no session of it, and what it would answer is dropped.
 */
export async function hearProvider(provider: OidcProvider, request: Request): Promise<Testimony | null> {
  const heard: Testimony[] = [];
  const { handlers } = NextAuth(configFor(provider, (testimony) => heard.push(testimony)));
  const address = new URL(`${BASE}/callback/${provider.id}${new URL(request.url).search}`, env().ORIGIN);
  await handlers.GET(new NextRequest(address, { headers: request.headers }));
  return heard[0] ?? null;
}

/** A way back is gone once, whether it led to anything or not. */
export async function forgetChecks(): Promise<void> {
  const jar = await cookies();
  for (const { name } of Object.values(checkCookies)) jar.delete(name);
}

/** Auth.js for this provider alone, so that nothing of another's is ever taken for its own. */
function configFor(provider: OidcProvider, hear: (testimony: Testimony) => void): NextAuthConfig {
  return {
    secret: secret(),
    basePath: BASE,
    trustHost: true,
    useSecureCookies: env().ORIGIN.startsWith("https:"),
    cookies: checkCookies,
    providers: [asAuthProvider(provider, hear)],
    // A text instead of a yes: Auth.js leads there, and does not sign anybody in.
    callbacks: { signIn: () => paths.front },
    logger: {
      error: (error) =>
        log("oidc").warn({ provider: provider.id, ...whatFailed(error) }, "sign-in elsewhere failed"),
      warn: () => {},
      debug: () => {},
    },
  };
}

function asAuthProvider(
  { id, name, issuer, clientId, clientSecret }: OidcProvider,
  hear: (testimony: Testimony) => void,
): OIDCConfig<{ sub: string }> {
  return {
    id,
    name,
    type: "oidc",
    issuer,
    clientId,
    clientSecret,
    checks: ["pkce", "state", "nonce"],
    // The specification promises name and address in the answer of the userinfo endpoint, not in the ID token.
    idToken: false,
    // Auth.js would take our address from the request's headers.
    authorization: {
      params: { scope: "openid profile email", redirect_uri: `${env().ORIGIN}${BASE}/callback/${id}` },
    },
    profile: (claims, { id_token: idToken }) => {
      hear({ claims, idToken });
      return { id: claims.sub };
    },
    [customFetch]: askProvider,
  };
}

/** Auth.js wraps what went wrong into an error that says nothing, or puts what the provider said beside it. */
function whatFailed(error: Error): { err: unknown; said?: unknown } {
  const { cause } = error;
  const found = (typeof cause === "object" && cause ? cause : {}) as { err?: unknown; error?: unknown };
  return { err: found.err ?? error, said: found.error };
}
