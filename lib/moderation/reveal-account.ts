import { and, asc, eq, isNotNull, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { type Context, inTransaction, type Role } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { canModerate } from "@/lib/instance/policy";
import { writeLog } from "@/lib/journal/write-log";
import type { revealInput } from "./input";

export type RevealedAccount = {
  email: string;
  since: Date;
  role: Role;
  identities: { handle: string; name: string }[];
};

/**
 * Tells a moderator who is behind an identity of this server, with its other identities. Every look is written into the
 * moderation log with its reason, in the same transaction: without the row there is no answer. Refuses with
 * `identity_not_found`, also whoever is no moderator.
 */
export function revealAccount(ctx: Context, input: z.output<typeof revealInput>): Promise<RevealedAccount> {
  return inTransaction(ctx, async (tx) => {
    if (!canModerate(tx.actor)) throw notFound("identity_not_found");
    const found = await findOwner(tx, input.handle);
    if (!found) throw notFound("identity_not_found");
    const { actorId, accountId, email, since, role } = found;

    await writeLog(tx, { action: "account.revealed", actorId, reason: input.reason });
    return { email, since, role, identities: await listFaces(tx, accountId) };
  });
}

/** Whose account a moderator could ask for: what the identity is called, and whether it is out of sight. Null for everybody else. */
export async function findRevealable(
  ctx: Context,
  handle: string,
): Promise<{ name: string; isSuspended: boolean } | null> {
  if (!canModerate(ctx.actor)) return null;
  const found = await findOwner(ctx, handle);
  return found ? { name: found.name, isSuspended: found.suspendedAt !== null } : null;
}

/** In sight, or out of it for a time. */
const isThere = or(isNull(actors.deletedAt), isNotNull(actors.suspendedAt));

async function findOwner({ db }: Context, handle: string) {
  const [found] = await db
    .select({
      ...{ actorId: actors.id, name: actors.name, suspendedAt: actors.suspendedAt },
      accountId: accounts.id,
      email: accounts.email,
      since: accounts.createdAt,
      role: accounts.role,
    })
    .from(actors)
    .innerJoin(accountIdentities, eq(accountIdentities.actorId, actors.id))
    .innerJoin(accounts, eq(accounts.id, accountIdentities.accountId))
    .where(and(eq(actors.handle, handle), isNull(actors.domain), isThere));
  return found;
}

function listFaces({ db }: Context, accountId: string) {
  return db
    .select({ handle: actors.handle, name: actors.name })
    .from(accountIdentities)
    .innerJoin(actors, eq(actors.id, accountIdentities.actorId))
    .where(and(eq(accountIdentities.accountId, accountId), isThere))
    .orderBy(asc(actors.handle));
}
