import { goToProvider } from "@/lib/web/oidc/go";
import { providerRoute } from "@/lib/web/oidc/route";

/** Where the buttons "Sign in with …" lead: on to the provider. */
export const GET = providerRoute(goToProvider);
