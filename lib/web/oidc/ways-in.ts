import { getOwnCredentials } from "@/lib/accounts/credentials";
import { listExternalIssuers } from "@/lib/accounts/external-link";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { issuerKey } from "@/lib/core/oidc-providers";
import { providerPath } from "@/lib/core/paths";
import { proofOfSession } from "./go";

/** The logins elsewhere that open the account of this session, and those that could: what its security page shows. */
export async function readExternalLogins(ctx: Context, sessionId: string) {
  const [{ hasPassword }, issuers] = await Promise.all([getOwnCredentials(ctx), listExternalIssuers(ctx)]);
  const providers = env().OIDC_PROVIDERS.map((provider) => ({
    ...provider,
    key: issuerKey(provider.issuer),
  }));
  const usable = providers.filter(({ key }) => issuers.includes(key));
  const linked = issuers.map((issuer) => {
    const provider = usable.find(({ key }) => key === issuer);
    const isLastWayIn = !hasPassword && usable.every(({ key }) => key === issuer);
    return { issuer, name: provider?.name ?? new URL(issuer).host, isGone: !provider, isLastWayIn };
  });
  const link = proofOfSession(sessionId);
  const offered = providers
    .filter((provider) => !usable.includes(provider))
    .map(({ id, name }) => ({ id, name, href: providerPath(id, { link }) }));
  return { linked, offered };
}
