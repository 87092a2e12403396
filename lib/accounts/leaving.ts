import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { record } from "@/lib/journal/record";
import { type Proof, requireProof } from "./proof";
import { closeSessions } from "./session";
import { endTokens, useToken } from "./token";

/** How long whoever asks to be deleted may still think better of it. */
export const GRACE_DAYS = 7;

/**
 * The account will be deleted in seven days; until then everything stays as it is, and `keepAccount` takes it back.
 * All sessions but `sessionId` end. Asking again changes nothing. The word of accounts without a password is their
 * address. Refuses with `last_administrator`, and with what `requireProof` refuses.
 */
export function startLeaving(
  ctx: Context,
  { proof, sessionId }: { proof: Proof; sessionId?: string },
): Promise<Date> {
  return inTransaction(ctx, async (tx) => {
    const { id, role, leavesAt: already } = await requireProof(tx, { proof, wordOf: ({ email }) => email });
    if (already) return already;
    if (role === "administrator") await requireOtherAdministrator(tx, id);

    const leavesAt = new Date(tx.now.getTime() + GRACE_DAYS * 86_400_000);
    const [leaving] = await tx.db
      .update(accounts)
      .set({ leavesAt })
      .where(and(eq(accounts.id, id), isNull(accounts.leavesAt)))
      .returning({ id: accounts.id });
    if (!leaving) return startLeaving(tx, { proof, sessionId });

    await closeSessions(tx, id, { except: sessionId });
    await record(tx, { kind: "account.leaving", accountId: id });
    await enqueue(tx, {
      task: "erase-account",
      payload: { accountId: id },
      key: `erase-account:${id}`,
      runAt: leavesAt,
    });
    return leavesAt;
  });
}

/** The account stays after all. Harmless if nobody asked for its end. Refuses with `sign_in_first`. */
export function keepAccount(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    if (tx.actor.kind !== "account") throw new AppError("unauthenticated", "sign_in_first");
    await stay(tx, tx.actor.accountId);
  });
}

/** The same for whoever holds the mailed link, signed in or not, once. Refuses with `link_used_or_expired`. */
export function keepAccountByLink(ctx: Context, token: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await stay(tx, (await useToken(tx, "keep_account", token)).accountId!);
  });
}

/** Holds the account until the transaction ends if its time has come; null if it was kept, must wait, or is gone. */
export async function lockLeaving(tx: Context, accountId: string): Promise<Account | null> {
  const [account] = await tx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, accountId), lte(accounts.leavesAt, tx.now)))
    .for("update");
  return account ?? null;
}

/** Accounts whose time has come. */
export async function listLeaving({ db, now }: Pick<Context, "db" | "now">): Promise<string[]> {
  const rows = await db.select({ id: accounts.id }).from(accounts).where(lte(accounts.leavesAt, now));
  return rows.map(({ id }) => id);
}

/** The job that waits finds nothing to do then. */
async function stay(tx: Context, accountId: string): Promise<void> {
  const [kept] = await tx.db
    .update(accounts)
    .set({ leavesAt: null })
    .where(and(eq(accounts.id, accountId), isNotNull(accounts.leavesAt)))
    .returning({ id: accounts.id });
  await endTokens(tx, "keep_account", accountId);
  if (kept) await record(tx, { kind: "account.kept", accountId });
}

/**
 * Refuses with `last_administrator` if nobody else administers this server and stays. All administrators are locked, so
 * that the last two cannot go at the same time.
 */
export async function requireOtherAdministrator(tx: Context, accountId: string): Promise<void> {
  const administrators = await tx.db
    .select()
    .from(accounts)
    .where(eq(accounts.role, "administrator"))
    .orderBy(asc(accounts.id))
    .for("update");
  const stays = administrators.some(
    ({ id, leavesAt, confirmedAt, approvedAt, suspendedAt }) =>
      id !== accountId && confirmedAt && approvedAt && !leavesAt && !suspendedAt,
  );
  if (!stays) throw conflict("last_administrator");
}
