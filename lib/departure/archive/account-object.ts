import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Account, sessions } from "@/db/schema/accounts";
import { externalLogins } from "@/db/schema/external-logins";
import { notificationSettings } from "@/db/schema/notification-settings";
import { secondFactors } from "@/db/schema/second-factors";
import type { Face } from "@/lib/identities/queries";

/**
 * The account as its owner may see it, which is all but what opens it: neither the password's hash, nor secrets and
 * codes, nor the ids of sessions.
 */
export async function accountObject(db: Database, account: Account, identities: Face[]): Promise<object> {
  const { id, passwordHash, invitationId: _, hiddenAt: _hiddenAt, ...own } = account;
  const [devices, providers, factors, wishes] = await Promise.all([
    db
      .select({ device: sessions.userAgent, since: sessions.createdAt, lastUsed: sessions.lastUsedAt })
      .from(sessions)
      .where(eq(sessions.accountId, id))
      .orderBy(asc(sessions.createdAt)),
    db
      .select({
        issuer: externalLogins.issuer,
        subject: externalLogins.subject,
        since: externalLogins.createdAt,
      })
      .from(externalLogins)
      .where(eq(externalLogins.accountId, id)),
    db
      .select({ kind: secondFactors.kind, since: secondFactors.confirmedAt })
      .from(secondFactors)
      .where(and(eq(secondFactors.accountId, id), isNotNull(secondFactors.confirmedAt))),
    wishesOf(db, identities),
  ]);
  return {
    ...own,
    hasPassword: passwordHash !== null,
    identities: identities.map(({ id: actorId, handle }) => ({
      handle,
      mails: Object.fromEntries(
        wishes.filter((wish) => wish.actorId === actorId).map(({ kind, byMail }) => [kind, byMail]),
      ),
    })),
    sessions: devices,
    externalLogins: providers,
    secondFactors: factors,
  };
}

/** What each identity wants mails about, as far as it said so. */
function wishesOf(db: Database, identities: Face[]) {
  return db
    .select()
    .from(notificationSettings)
    .where(
      inArray(
        notificationSettings.actorId,
        identities.map(({ id }) => id),
      ),
    );
}
