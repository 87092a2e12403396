import { randomBytes } from "node:crypto";
import { eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { actors } from "@/db/schema/actors";
import { feedTokens } from "@/db/schema/feed-tokens";
import type { Context } from "@/lib/core/context";
import { hashToken, keyedHash } from "@/lib/core/crypto";
import { AppError } from "@/lib/core/errors";

/**
 * Makes the secret address of the acting identity's calendar, or of the account's combined one; an older one is void at
 * once. Answers with the secret. Refuses with `sign_in_first`.
 */
export async function renewFeedToken({ db, actor, now }: Context): Promise<string> {
  const nonce = randomBytes(24).toString("base64url");
  const token = tokenOf(nonce);
  const state = { nonce, hash: hashToken(token), createdAt: now };
  if (actor.kind === "identity") await keep(db, { actorId: actor.actorId }, state);
  else if (actor.kind === "account") await keep(db, { accountId: actor.accountId }, state);
  else throw new AppError("unauthenticated", "sign_in_first");
  return token;
}

/**
 * The secrets by the id of the identity or account that they belong to, for its owner's eyes. One made under another
 * secret of the server is left out: nobody can show it again.
 */
export async function listFeedTokens(
  db: Database,
  owners: { actorIds?: string[]; accountId?: string },
): Promise<Map<string, string>> {
  const { actorId, accountId, nonce, hash } = feedTokens;
  const rows = await db
    .select({ actorId, accountId, nonce, hash })
    .from(feedTokens)
    .where(or(inArray(actorId, owners.actorIds ?? []), eq(accountId, owners.accountId ?? nobody)));
  const shown = rows.filter((row) => hashToken(tokenOf(row.nonce)) === row.hash);
  return new Map(shown.map((row) => [row.actorId ?? row.accountId!, tokenOf(row.nonce)]));
}

/** Whose events the calendar with this hash shows: one identity, or all of an account. A part of a query. */
export function facesOfFeed(db: Database, hash: string) {
  return db
    .select({ actorId: actors.id })
    .from(feedTokens)
    .leftJoin(accountIdentities, eq(accountIdentities.accountId, feedTokens.accountId))
    .innerJoin(
      actors,
      sql`${actors.id} = coalesce(${feedTokens.actorId}, ${accountIdentities.actorId}) and ${actors.deletedAt} is null`,
    )
    .where(eq(feedTokens.hash, hash));
}

const nobody = "00000000-0000-0000-0000-000000000000";

/** Nonces are random, so two secrets of one account have nothing in common. */
function tokenOf(nonce: string): string {
  return keyedHash("feed", nonce);
}

type Owner = { actorId: string } | { accountId: string };

async function keep(
  db: Database,
  owner: Owner,
  state: { nonce: string; hash: string; createdAt: Date },
): Promise<void> {
  const target = "actorId" in owner ? feedTokens.actorId : feedTokens.accountId;
  await db
    .insert(feedTokens)
    .values({ ...owner, ...state })
    .onConflictDoUpdate({ target, set: state });
}
