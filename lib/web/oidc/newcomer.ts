import { cookies } from "next/headers";
import { findToken } from "@/lib/accounts/token";
import { env } from "@/lib/core/env";
import { issuerKey } from "@/lib/core/oidc-providers";
import { requestContext } from "../context";
import { FINISH_COOKIE } from "../cookies";

/** What is known of whoever came from a provider with this browser and has no account yet; null after an hour. */
export async function readNewcomer() {
  const token = (await cookies()).get(FINISH_COOKIE)?.value;
  const found = token ? await findToken(await requestContext(), "finish_sign_up", token) : null;
  if (!found) return null;
  const { issuer = "", name = "", email = null } = found.data;
  const provider = env().OIDC_PROVIDERS.find((known) => issuerKey(known.issuer) === issuer);
  return { provider: provider?.name ?? new URL(issuer).host, name, email };
}
