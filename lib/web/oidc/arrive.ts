import { cookies } from "next/headers";
import { linkExternalLogin } from "@/lib/accounts/external-link";
import type { ExternalPerson } from "@/lib/accounts/external-person";
import { FINISH_HOURS, signInFromProvider } from "@/lib/accounts/external-sign-in";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import type { OidcProvider } from "@/lib/core/oidc-providers";
import { paths } from "@/lib/core/paths";
import { accountContext, requestContext } from "../context";
import { FINISH_COOKIE } from "../cookies";
import { enter } from "../enter";
import { currentViewer } from "../viewer";
import { personOf } from "./claims";
import { takeErrand } from "./errand";
import { forgetChecks, hearProvider } from "./protocol";

/**
 * Where somebody goes who comes back from a provider: in, on to choosing a name, or back to the security page with one
 * more login. Refuses with `provider_errand_unknown` whoever did not start in this browser just now, with
 * `provider_said_no` and `provider_failed`, and as the commands do.
 */
export async function arriveFromProvider(provider: OidcProvider, request: Request): Promise<string> {
  const { searchParams } = new URL(request.url);
  const errand = await takeErrand(provider.id, searchParams.get("state"));
  if (!errand) throw new AppError("forbidden", "provider_errand_unknown");
  const person = await meet(provider, request);
  await forgetChecks();
  if (!person)
    throw new AppError("conflict", searchParams.has("error") ? "provider_said_no" : "provider_failed");
  if (errand.linkTo !== null) return link(person, errand.linkTo);
  return letIn(person, { back: errand.back, maySignUp: provider.signUp, request });
}

async function meet(provider: OidcProvider, request: Request): Promise<ExternalPerson | null> {
  const heard = await hearProvider(provider, request);
  return heard && personOf(provider.issuer, heard.claims, heard.idToken);
}

/** Only for the session that asked for it: whoever is signed in by now may be somebody else. */
async function link(person: ExternalPerson, sessionId: string): Promise<string> {
  const viewer = await currentViewer();
  if (viewer?.session.id !== sessionId) throw new AppError("unauthenticated", "provider_errand_unknown");
  await linkExternalLogin(await accountContext(), person);
  return `${paths.security}?notice=external_login_linked`;
}

type Arrival = { back: string; maySignUp: boolean; request: Request };

async function letIn(person: ExternalPerson, { back, maySignUp, request }: Arrival): Promise<string> {
  const userAgent = request.headers.get("user-agent") ?? "";
  const arrival = await signInFromProvider(await requestContext(), person, { userAgent, maySignUp });
  if (!("finishToken" in arrival)) return (await enter(arrival, back)).to;
  (await cookies()).set(FINISH_COOKIE, arrival.finishToken, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: FINISH_HOURS * 3600,
    secure: env().ORIGIN.startsWith("https:"),
  });
  return `${paths.finishSignUp}?back=${encodeURIComponent(back)}`;
}
