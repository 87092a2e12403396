import { env } from "@/lib/core/env";
import { notFound } from "@/lib/core/errors";
import { issuerKey, type OidcProvider } from "@/lib/core/oidc-providers";

/** A provider as people meet it: as the words on a button. */
export type NamedProvider = Pick<OidcProvider, "id" | "name">;

/** Where people may sign in instead of here; none unless the settings name some. */
export function namedProviders(): NamedProvider[] {
  return env().OIDC_PROVIDERS.map(({ id, name }) => ({ id, name }));
}

/** Those of them that people without an account here may come from. */
export function namedProvidersOfNewcomers(): NamedProvider[] {
  const bringing = env().OIDC_PROVIDERS.filter(({ signUp }) => signUp);
  return bringing.map(({ id, name }) => ({ id, name }));
}

/** Refuses with `provider_not_found`. */
export function getProvider(id: string): OidcProvider {
  const found = env().OIDC_PROVIDERS.find((provider) => provider.id === id);
  if (!found) throw notFound("provider_not_found");
  return found;
}

/** The issuers that people can sign in with now. */
export function usableIssuers(): string[] {
  return env().OIDC_PROVIDERS.map(({ issuer }) => issuerKey(issuer));
}
