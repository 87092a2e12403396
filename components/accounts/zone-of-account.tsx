import { readDefaults } from "@/lib/web/instance-reading";
import { ZoneOfBrowser } from "./zone-of-browser";

/** The zone of a new account: the browser's, or the one that administrators chose, or a likely one. */
export async function ZoneOfAccount({ locale }: { locale: string }) {
  const { defaultZone } = await readDefaults();
  return <ZoneOfBrowser fallback={defaultZone ?? (locale === "fr" ? "Europe/Paris" : "Europe/London")} />;
}
