import { and, asc, count, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canModerate } from "@/lib/instance/policy";

/** Somebody who waits to be let in, as moderators see them: never their address, which nobody else is told. */
export type Applicant = {
  accountId: string;
  application: string;
  createdAt: Date;
  name: string | null;
  handle: string | null;
};

export const APPLICANTS_PER_PAGE = 20;

/** The address is theirs and nobody has decided; a decision empties what they wrote. */
const isWaiting = and(
  isNull(accounts.approvedAt),
  isNotNull(accounts.confirmedAt),
  ne(accounts.application, ""),
);

/** Those who wait, the longest first. For moderators. `page` counts from 1. */
export async function listApplicants(ctx: Context, page: number): Promise<Applicant[]> {
  authorize(canModerate(ctx.actor));
  const { id, application, createdAt } = accounts;
  return ctx.db
    .select({ accountId: id, application, createdAt, name: actors.name, handle: actors.handle })
    .from(accounts)
    .leftJoin(
      accountIdentities,
      and(eq(accountIdentities.accountId, id), eq(accountIdentities.isDefault, true)),
    )
    .leftJoin(actors, eq(actors.id, accountIdentities.actorId))
    .where(isWaiting)
    .orderBy(asc(createdAt), asc(id))
    .limit(APPLICANTS_PER_PAGE)
    .offset((page - 1) * APPLICANTS_PER_PAGE);
}

export async function countApplicants({ db }: Pick<Context, "db">): Promise<number> {
  const [row] = await db.select({ waiting: count() }).from(accounts).where(isWaiting);
  return row!.waiting;
}
