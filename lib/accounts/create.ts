import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import type { Locale } from "@/lib/core/locale";
import { cleanText } from "@/lib/core/text/clean";
import { record } from "@/lib/journal/record";
import { hashPassword } from "./password";

export type NewAccount = {
  email: string;
  /** Null: they sign in elsewhere (OIDC). */
  password: string | null;
  locale: Locale;
  zone: string;
  /** The address is known to be theirs; nothing is mailed to find out. */
  isConfirmed?: boolean;
  /** False: a moderator decides first, and reads what they wrote. */
  isApproved: boolean;
  application?: string;
  invitationId?: string | null;
  termsAcceptedAt?: Date | null;
};

/**
 * Makes an account and returns its id, or null if the address has one already; then that account's owner hears
 * of it by mail. The caller must not show which: both take as long, because the password is hashed first. Whether
 * people may sign up is not asked here but by `requireRegistration`.
 */
export async function createAccount(tx: Context, input: NewAccount): Promise<string | null> {
  const { email, password, locale, zone, isConfirmed = false, isApproved } = input;
  const passwordHash = password === null ? null : await hashPassword(password);
  const [account] = await tx.db
    .insert(accounts)
    .values({
      email,
      passwordHash,
      locale,
      zone,
      onboarding: "identity",
      confirmedAt: isConfirmed ? tx.now : null,
      approvedAt: isApproved ? tx.now : null,
      application: isApproved ? "" : cleanText(input.application ?? ""),
      invitationId: input.invitationId,
      termsAcceptedAt: input.termsAcceptedAt,
      createdAt: tx.now,
    })
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  if (!account) {
    await record(tx, { kind: "account.claimed", accountId: await accountOf(tx, email) });
    return null;
  }
  await record(tx, { kind: "account.created", accountId: account.id });
  if (isConfirmed && !isApproved) await record(tx, { kind: "account.applied", accountId: account.id });
  return account.id;
}

/** Something to work on in vain (in-vain.ts), under an address that nobody has. */
export async function createDecoy(tx: Context, { locale, zone }: NewAccount): Promise<string> {
  const email = `${randomBytes(12).toString("hex")}@nobody.invalid`;
  const [decoy] = await tx.db
    .insert(accounts)
    .values({ email, locale, zone, createdAt: tx.now })
    .returning({ id: accounts.id });
  return decoy!.id;
}

async function accountOf(tx: Context, email: string): Promise<string> {
  const [account] = await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  return account!.id;
}
