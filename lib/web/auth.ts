import { timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import NextAuth, { type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { closeSession, findSession } from "@/lib/accounts/session";
import type { Context } from "@/lib/core/context";
import { keyedHash } from "@/lib/core/crypto";
import { connection } from "@/lib/core/database";
import { env, secret } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { IDENTITY_COOKIE, SESSION_COOKIE } from "./cookies";
import { rememberDevice } from "./known-device";
import { cookieSessionId } from "./viewer";

/** As long as browsers keep a cookie; how long a session lives is decided by its row. */
const COOKIE_SECONDS = 400 * 86_400;

/**
 * Auth.js writes the cookie; who may have one is decided by lib/accounts before. Its only provider takes a
 * session that was opened just now, with a proof that this server alone can make.
 */
const { signIn, signOut } = NextAuth((): NextAuthConfig => {
  const { ORIGIN } = env();
  return {
    secret: secret(),
    trustHost: true,
    pages: { signIn: "/sign-in" },
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    cookies: {
      sessionToken: {
        name: SESSION_COOKIE,
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: ORIGIN.startsWith("https:") },
      },
    },
    providers: [Credentials({ id: "opened", authorize: ({ sessionId, proof }) => opened(sessionId, proof) })],
    callbacks: { jwt: ({ token, user }) => (user?.id ? { sid: user.id } : token) },
    logger: {
      error: (error) => log("auth").warn({ err: error }, "sign-in cookie"),
      warn: () => {},
      debug: () => {},
    },
  };
});

/**
 * Puts a session that was opened just now into this browser's cookie. The one that was in it ends: nobody can prepare
 * one for somebody else.
 */
export async function rememberSession(sessionId: string): Promise<void> {
  const context = { db: connection().db, now: new Date() };
  await closeCookieSession(context);
  await signIn("opened", { sessionId, proof: proofOf(sessionId), redirect: false });
  const session = await findSession(context, sessionId);
  if (session) await rememberDevice(session.accountId);
}

/** Signs this browser out: the session in its cookie ends, and the cookie goes. Repeating it is harmless. */
export async function forgetSession(): Promise<void> {
  await closeCookieSession({ db: connection().db });
  await signOut({ redirect: false });
  (await cookies()).delete(IDENTITY_COOKIE);
}

async function closeCookieSession(context: Pick<Context, "db">): Promise<void> {
  const sessionId = await cookieSessionId();
  if (sessionId) await closeSession(context, sessionId);
}

function opened(sessionId: unknown, proof: unknown) {
  if (typeof sessionId !== "string" || typeof proof !== "string") return null;
  const expected = Buffer.from(proofOf(sessionId));
  const given = Buffer.from(proof);
  const isGenuine = given.length === expected.length && timingSafeEqual(given, expected);
  return isGenuine ? { id: sessionId } : null;
}

function proofOf(sessionId: string): string {
  return keyedHash("opened session", sessionId);
}
