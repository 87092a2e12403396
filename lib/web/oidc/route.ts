import { AppError } from "@/lib/core/errors";
import type { OidcProvider } from "@/lib/core/oidc-providers";
import { paths } from "@/lib/core/paths";
import { requestContext } from "../context";
import { handler } from "../handler";
import { clientAddress, countAttempt } from "../rate-limit";
import { currentViewer } from "../viewer";
import { getProvider } from "./providers";

/** Two for each sign-in, and a whole hall may share the address; each lets us ask the provider something. */
const fromOneAddress = { name: "oidc", max: 300, minutes: 15 };

/**
 * A step between here and a provider: each leads on to another address. Whoever is refused ends on the page where such
 * steps begin, which says why.
 */
export function providerRoute(step: (provider: OidcProvider, request: Request) => Promise<string>) {
  return handler<{ provider: string }>(async (request, { provider }) => {
    const known = getProvider(provider);
    try {
      await countAttempt(await requestContext(), fromOneAddress, await clientAddress());
      return leadTo(await step(known, request));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const refused = `?refused=${error.reason}`;
      return leadTo((await currentViewer()) ? `${paths.security}${refused}#ways-in` : paths.signIn + refused);
    }
  });
}

function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
