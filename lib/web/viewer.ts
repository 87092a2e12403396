import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { findSession, type Session } from "@/lib/accounts/session";
import { connection } from "@/lib/core/database";
import { secret } from "@/lib/core/env";
import { listIdentitiesOf, type OwnFace } from "@/lib/identities/of-account";
import type { Face } from "@/lib/identities/queries";
import { IDENTITY_COOKIE, SESSION_COOKIE } from "./cookies";

/**
 * Who looks at the page: the account's session, the identity it acts as, and its other faces. `suspended`: those that
 * moderators took out of sight. One of them is `identity` only if there is no other: then nobody acts.
 */
export type Viewer = { session: Session; identity: OwnFace; identities: OwnFace[]; suspended: OwnFace[] };

/** The signed-in viewer of this request, or null; asked of the database once a request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const session = await currentSession();
  if (!session) return null;
  const all = await listIdentitiesOf(connection().db, session.accountId);
  const suspended = all.filter(({ suspendedAt }) => suspendedAt);
  const identities = suspended.length < all.length ? all.filter(({ suspendedAt }) => !suspendedAt) : all;
  const chosen = (await cookies()).get(IDENTITY_COOKIE)?.value;
  const identity = identities.find(({ handle }) => handle === chosen) ?? identities[0];
  return identity ? { session, identity, identities, suspended } : null;
});

/** The viewer's identities, the one that acts first: where several could do something, it does. */
export function actingFirst({ identity, identities }: Viewer): Face[] {
  return [identity, ...identities.filter(({ id }) => id !== identity.id)];
}

/** The session that this browser's cookie names, whether it was ended or not. */
export async function cookieSessionId(): Promise<string | null> {
  const cookie = (await cookies()).get(SESSION_COOKIE)?.value;
  return cookie ? sessionIdIn(cookie) : null;
}

async function currentSession(): Promise<Session | null> {
  const sessionId = await cookieSessionId();
  return sessionId ? findSession({ db: connection().db, now: new Date() }, sessionId) : null;
}

/** The session id that Auth.js sealed into the cookie, or null if it is not our seal or ran out. */
async function sessionIdIn(cookie: string): Promise<string | null> {
  const known = opened.get(cookie);
  if (known && known.until > Date.now()) return known.sessionId;
  try {
    const token = await decode({ token: cookie, secret: secret(), salt: SESSION_COOKIE });
    if (typeof token?.sid !== "string") return null;
    if (token.exp) remember(cookie, { sessionId: token.sid, until: token.exp * 1000 });
    return token.sid;
  } catch {
    return null;
  }
}

/**
 * Seals that were opened: deriving the key costs half a millisecond each time. That a session was ended is known
 * all the same, since the database is asked about its id at every request.
 */
const opened = new Map<string, { sessionId: string; until: number }>();
const OPENED_AT_MOST = 2_000;

function remember(cookie: string, seal: { sessionId: string; until: number }): void {
  const [oldest] = opened.keys();
  if (oldest && opened.size >= OPENED_AT_MOST) opened.delete(oldest);
  opened.set(cookie, seal);
}
