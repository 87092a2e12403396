import { arriveFromProvider } from "@/lib/web/oidc/arrive";
import { providerRoute } from "@/lib/web/oidc/route";

/** Where providers send people back to: known to them by this address. */
export const GET = providerRoute(arriveFromProvider);
