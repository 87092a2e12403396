import type { Settings } from "@/lib/core/env";
import type { Finding } from "./finding";

const about = "settings";

/** What settings that can be read still get wrong. */
export function judgeSettings({ ORIGIN, ALLOW_PRIVATE_NETWORK, SIGN_UP_DELAY }: Settings): Finding[] {
  const isLocal = isLocalOrigin(ORIGIN);
  const found: Finding[] = [];
  if (isLocal)
    found.push({
      ...{ about, state: "warn", text: `ORIGIN is ${ORIGIN}: nobody can open that from elsewhere.` },
      todo: "Set ORIGIN to the public address before others learn of it: it stands in what they keep.",
    });
  if (!isLocal && ORIGIN.startsWith("http:"))
    found.push({
      ...{ about, state: "fail", text: `ORIGIN is ${ORIGIN}: everybody on the way can read along.` },
      todo: "Let a reverse proxy do TLS, and set ORIGIN to an address with https://.",
    });
  if (!isLocal && ALLOW_PRIVATE_NETWORK === "on")
    found.push({
      ...{ about, state: "warn", text: "ALLOW_PRIVATE_NETWORK is on: people can look behind your firewall." },
      todo: "Take it away, unless a geocoder in your own network needs it.",
    });
  if (!isLocal && SIGN_UP_DELAY === 0)
    found.push({
      ...{ about, state: "warn", text: "SIGN_UP_DELAY is 0: robots without scripts are not held up." },
      todo: "Take it away.",
    });
  return found.length > 0 ? found : [{ about, state: "ok", text: `They can be read. ORIGIN is ${ORIGIN}` }];
}

export function isLocalOrigin(origin: string): boolean {
  const { hostname } = new URL(origin);
  return /^(?:localhost|127\..*|\[::1\]|.*\.localhost)$/.test(hostname);
}
