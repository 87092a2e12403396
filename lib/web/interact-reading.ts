import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { interactPath } from "@/lib/core/interact-path";
import { facePath, safePath, signInPath } from "@/lib/core/paths";
import { findInteractionPage } from "@/lib/federation/fetch/interaction";
import { hostOf, lookElsewhere, type WhyNot } from "./look-elsewhere";
import { readProfile } from "./profile-reading";
import { clientAddress, countAttempt, type Limit } from "./rate-limit";
import type { Viewer } from "./viewer";

/** Other servers are asked for visitors: per sender, whom a whole hall may share. */
const askedServers: Limit = { name: "ask own server", max: 60, minutes: 10 };

/** Where somebody goes on with a thing on the server that is theirs. */
export type WayHome =
  | { kind: "go"; href: string; host: string }
  | { kind: "paste"; host: string }
  | { kind: "ask"; problem: "noAddress" | "noAnswer" | "tooMany" | "suspended" }
  | { kind: "here"; path: string };

/** An address of the web, as which a thing is known to all servers; null for everything else. */
export function thingIn(uri: unknown): string | null {
  const isAddress = typeof uri === "string" && uri.length <= 2000 && /^https?:\/\/\S+$/i.test(uri);
  return isAddress && URL.canParse(uri) ? uri : null;
}

/** What other servers send their people here with: "@name@server" and "acct:" too. */
export async function readInteraction(
  uri: string,
  viewer: Viewer | null,
): Promise<{ path: string } | { whyNot: WhyNot }> {
  const address = uri.replace(/^acct:/i, "").trim();
  const url = URL.parse(address);
  if (url?.origin === env().ORIGIN) return { path: safePath(url.pathname + url.search) };
  const own = ownHandleIn(address);
  const profile = own && (await readProfile(own, viewer));
  if (own) return profile ? { path: facePath(profile) } : { whyNot: "nobody_here" };
  const found = await lookElsewhere(address, viewer);
  return "whyNot" in found && found.whyNot === "sign_in" ? { path: signInPath(interactPath(uri)) } : found;
}

/** "ada" of "@ada" and of "@ada" with this server's name. */
function ownHandleIn(address: string): string | null {
  const [, handle = "", host] = /^@?([a-z0-9_]{1,30})(?:@([^@\s/]+))?$/i.exec(address) ?? [];
  return handle && (!host || host.toLowerCase() === new URL(env().ORIGIN).host) ? handle : null;
}

/** Leads somebody who says "@me@server" to the page there on which they do something with this thing. */
export async function findWayHome(uri: string, typed: string): Promise<WayHome> {
  const handle = typed.trim();
  const host = /^@?[^@\s/]{1,100}@[^@\s/]{1,253}$/.test(handle) ? hostOf(handle) : null;
  if (!host) return { kind: "ask", problem: "noAddress" };
  if (host === new URL(env().ORIGIN).host) return { kind: "here", path: signInPath(interactPath(uri)) };
  const { db } = connection();
  try {
    await countAttempt({ db, now: new Date() }, askedServers, await clientAddress());
    const found = await findInteractionPage({ db }, { handle, uri });
    if (!found) return { kind: "ask", problem: "noAnswer" };
    const { page } = found;
    return page ? { kind: "go", href: page, host: new URL(page).host } : { kind: "paste", host };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: "ask", problem: error.code === "rate_limited" ? "tooMany" : "suspended" };
  }
}
