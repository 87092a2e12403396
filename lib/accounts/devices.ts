import { and, desc, eq, gt } from "drizzle-orm";
import { sessions } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { keyedHash } from "@/lib/core/crypto";
import { type DeviceName, deviceName } from "./device-name";
import { ownAccountId } from "./own-account";
import { refuseReadyMadeId } from "./ready-made";
import { closeSession, closeSessions } from "./session";

/** A signed-in device, for the eyes of its account alone. `key` names it in forms and opens nothing. */
export type Device = DeviceName & { key: string; isThis: boolean; lastUsedAt: Date; since: Date };

/** Where the account is signed in: this device first, then by last use, which is kept to the hour. */
export async function listDevices(ctx: Context, sessionId: string): Promise<Device[]> {
  const accountId = ownAccountId(ctx);
  const rows = await listSessions(ctx, accountId);
  const devices = rows.map((session) => ({
    ...deviceName(session.userAgent),
    key: deviceKey(session.id),
    isThis: session.id === sessionId,
    lastUsedAt: session.lastUsedAt,
    since: session.createdAt,
  }));
  return devices.sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** Signs one device of the account out. One that is signed out already, or somebody else's, is passed over. */
export async function signOutDevice(ctx: Context, key: string): Promise<void> {
  const accountId = ownAccountId(ctx);
  await refuseReadyMadeId(ctx, accountId);
  const meant = (await listSessions(ctx, accountId)).find((session) => deviceKey(session.id) === key);
  if (meant) await closeSession(ctx, meant.id);
}

/** Signs the account out everywhere but here. */
export async function signOutOtherDevices(ctx: Context, sessionId: string): Promise<void> {
  const accountId = ownAccountId(ctx);
  await refuseReadyMadeId(ctx, accountId);
  await closeSessions(ctx, accountId, { except: sessionId });
}

function listSessions({ db, now }: Context, accountId: string) {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.id));
}

function deviceKey(sessionId: string): string {
  return keyedHash("device of a session", sessionId);
}
