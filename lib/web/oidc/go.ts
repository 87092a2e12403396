import { timingSafeEqual } from "node:crypto";
import { keyedHash } from "@/lib/core/crypto";
import { AppError } from "@/lib/core/errors";
import type { OidcProvider } from "@/lib/core/oidc-providers";
import { safePath } from "@/lib/core/paths";
import { currentViewer } from "../viewer";
import { noteErrand } from "./errand";
import { authorizationAt } from "./protocol";

/**
 * The address at the provider, after what for was noted in this browser. Refuses with `provider_not_reachable`, and
 * with `provider_errand_unknown` what another site made a browser ask.
 */
export async function goToProvider(provider: OidcProvider, request: Request): Promise<string> {
  requireOwnPage(request);
  const { searchParams } = new URL(request.url);
  const back = safePath(searchParams.get("back"));
  const viewer = await currentViewer();
  const linkTo = isProofOf(viewer?.session.id, searchParams.get("link"))
    ? (viewer?.session.id ?? null)
    : null;
  if (viewer && !linkTo) return back;

  const sent = await authorizationAt(provider);
  if (!sent) throw new AppError("conflict", "provider_not_reachable");
  await noteErrand({ provider: provider.id, state: sent.state, back, linkTo });
  return sent.address;
}

/**
 * Stands in the link "Link this login": only pages of the session have it. Otherwise another site could lead a member
 * there and have somebody else's login linked to the member's account.
 */
export function proofOfSession(sessionId: string): string {
  return keyedHash("link a provider", sessionId);
}

function isProofOf(sessionId: string | undefined, given: string | null): boolean {
  if (!sessionId || !given) return false;
  const [expected, proof] = [Buffer.from(proofOfSession(sessionId)), Buffer.from(given)];
  return expected.length === proof.length && timingSafeEqual(expected, proof);
}

/** Browsers tell from where somebody comes; old ones do not, and harm nobody but who uses them. */
function requireOwnPage({ headers }: Request): void {
  if (["cross-site", "same-site"].includes(headers.get("sec-fetch-site") ?? "none"))
    throw new AppError("forbidden", "provider_errand_unknown");
}
