import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts, sessions } from "@/db/schema/accounts";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context, Role } from "@/lib/core/context";
import { hasSecondFactor } from "../admit";
import { openSession } from "../session";
import { findToken, issueToken } from "../token";
import { confirmByHand, sendConfirmationAgain } from "./confirm-by-hand";
import { dropSecondFactor } from "./drop-second-factor";
import { endAccount, keepByHand } from "./end-account";
import { giveRole } from "./give-role";
import { issueResetLink, mailResetLink } from "./issue-reset-link";
import { setAccountEmail } from "./set-email";
import { setAccountLocale } from "./set-locale";
import { signOutEverywhere } from "./sign-out-everywhere";

async function accountOf(db: Database, role: Role) {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

const find = async (db: Database, id: string) =>
  (await db.select().from(accounts).where(eq(accounts.id, id)))[0];
const facts = async (db: Database) =>
  (await db.select().from(journal).orderBy(journal.id)).map(({ kind }) => kind);
const logged = async (db: Database) =>
  (await db.select().from(moderationLog).orderBy(moderationLog.id)).map(({ action }) => action);

const reason = "Asked on the phone";
const all: Record<string, (ctx: Context, accountId: string) => Promise<unknown>> = {
  giveRole: (ctx, accountId) => giveRole(ctx, { accountId, role: "moderator" }),
  setAccountEmail: (ctx, accountId) => setAccountEmail(ctx, { accountId, email: "new@example.org" }),
  setAccountLocale: (ctx, accountId) => setAccountLocale(ctx, { accountId, locale: "fr" }),
  confirmByHand,
  sendConfirmationAgain,
  issueResetLink,
  mailResetLink,
  signOutEverywhere,
  endAccount: (ctx, accountId) => endAccount(ctx, { accountId, isAtOnce: false, reason }),
  keepByHand,
  dropSecondFactor: (ctx, accountId) => dropSecondFactor(ctx, { accountId, reason }),
};

test.for(Object.keys(all))(
  "%s is for administrators, and about others who are there",
  async (name, { db }) => {
    const decide = all[name]!;
    const { id } = await createAccount(db, { confirmedAt: null });
    const nobody = { db, actor: { kind: "anonymous" } as const, now };
    for (const ctx of [await accountOf(db, "moderator"), await accountOf(db, "member"), nobody])
      await expect(decide(ctx, id)).rejects.toMatchObject({ code: "forbidden" });
    const vera = await accountOf(db, "administrator");
    await accountOf(db, "administrator");
    await expect(decide(vera, vera.actor.accountId)).rejects.toMatchObject({ reason: "own_account" });
    const unknown = "00000000-0000-7000-8000-000000000000";
    await expect(decide(vera, unknown)).rejects.toMatchObject({ reason: "account_not_found" });
    expect([await logged(db), await facts(db)]).toEqual([[], []]);
  },
);

test("each decision is logged with the account, once, by whom and why", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  const { id: accountId } = await createAccount(db, { role: "administrator", locale: "en" });
  for (const _ of [1, 2]) await giveRole(vera, { accountId, role: "member" });
  for (const _ of [1, 2]) await setAccountLocale(vera, { accountId, locale: "fr" });
  for (const _ of [1, 2])
    await endAccount({ ...vera, actor: { kind: "system" } }, { accountId, isAtOnce: false, reason });
  const by = { moderatorId: vera.actor.accountId, isServer: false, accountId, actorId: null };
  expect(await db.select().from(moderationLog).orderBy(moderationLog.id)).toMatchObject([
    { ...by, details: { before: { role: "administrator" }, after: { role: "member" } } },
    { ...by, details: { before: { locale: "en" }, after: { locale: "fr" } } },
    { accountId, moderatorId: null, isServer: true, action: "account.ended", reason },
  ]);
});

describe("setAccountEmail", () => {
  test("asks the new address of a confirmed account first, and tells nobody's address to the log", async ({
    db,
  }) => {
    const vera = await accountOf(db, "administrator");
    const { id: accountId, email: was } = await createAccount(db);
    await setAccountEmail(vera, { accountId, email: "new@example.org" });
    expect(await find(db, accountId)).toMatchObject({ email: was, newEmail: "new@example.org" });
    expect(await facts(db)).toEqual(["account.new_email_asked"]);
    expect(JSON.stringify(await db.select().from(moderationLog))).not.toContain("example.org");
  });

  test("mends the address of one that was never confirmed, whose old link is void", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    const { id: accountId } = await createAccount(db, { confirmedAt: null });
    const token = await issueToken(vera, { kind: "confirm", accountId, hours: 1 });
    await setAccountEmail(vera, { accountId, email: "new@example.org" });
    expect(await find(db, accountId)).toMatchObject({ email: "new@example.org", confirmedAt: null });
    expect(await findToken(vera, "confirm", token)).toBeNull();
    expect(await facts(db)).toEqual(["account.confirmation_asked"]);
  });

  test("refuses the same address, and somebody else's", async ({ db }) => {
    const vera = await accountOf(db, "administrator");
    const [one, other] = [await createAccount(db), await createAccount(db)];
    const set = (email: string) => setAccountEmail(vera, { accountId: one.id, email });
    await expect(set(one.email)).rejects.toMatchObject({ fieldErrors: { email: ["email_unchanged"] } });
    await expect(set(other.email)).rejects.toMatchObject({ fieldErrors: { email: ["email_taken"] } });
  });
});

test("an address is confirmed by hand once, and not asked for any more", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  const { id } = await createAccount(db, { confirmedAt: null });
  await sendConfirmationAgain(vera, id);
  await confirmByHand(vera, id);
  await confirmByHand(vera, id);
  await expect(sendConfirmationAgain(vera, id)).rejects.toMatchObject({
    reason: "account_confirmed_already",
  });
  expect(await find(db, id)).toMatchObject({ confirmedAt: now });
  expect(await facts(db)).toEqual(["account.confirmation_asked", "account.confirmed"]);
  expect(await logged(db)).toEqual(["account.confirmation_sent", "account.confirmed"]);
});

test("a link to choose a password is mailed to the owner alone", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  const { id } = await createAccount(db);
  expect(await mailResetLink(vera, id)).toBeUndefined();
  expect(await facts(db)).toEqual(["account.password_forgotten"]);
});

test("whoever is signed out or sent away is signed in nowhere", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  for (const name of ["signOutEverywhere", "endAccount"]) {
    const { id } = await createAccount(db);
    await openSession(vera, id, "here");
    await openSession(vera, id, "there");
    await all[name]!(vera, id);
    expect(await db.select().from(sessions).where(eq(sessions.accountId, id))).toEqual([]);
  }
});

test("an account that was to go is kept, and its link with it", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  const { id: accountId } = await createAccount(db);
  await endAccount(vera, { accountId, isAtOnce: false, reason });
  const token = await issueToken(vera, { kind: "keep_account", accountId, hours: 1 });
  await keepByHand(vera, accountId);
  await keepByHand(vera, accountId);
  expect(await find(db, accountId)).toMatchObject({ leavesAt: null });
  expect(await findToken(vera, "keep_account", token)).toBeNull();
  expect(await logged(db)).toEqual(["account.ended", "account.kept"]);
  expect(await facts(db)).toEqual(["account.leaving", "account.kept"]);
});

test("a lost second factor goes with its codes, once", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  const { id: accountId } = await createAccount(db);
  await db.insert(secondFactors).values({ accountId, kind: "totp", secret: "sealed", confirmedAt: now });
  await db.insert(recoveryCodes).values({ accountId, hash: "hash" });
  await dropSecondFactor(vera, { accountId, reason });
  await dropSecondFactor(vera, { accountId, reason });
  expect(await hasSecondFactor(vera, accountId)).toBe(false);
  expect(await db.select().from(recoveryCodes)).toEqual([]);
  expect(await facts(db)).toEqual(["account.second_factor_changed"]);
  expect(await db.select().from(moderationLog)).toMatchObject([
    { action: "account.second_factor_off", reason },
  ]);
});

test("the last administrator who can still sign in stays", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  const system: Context = { ...vera, actor: { kind: "system" } };
  await createAccount(db, { role: "administrator", suspendedAt: now });
  for (const name of ["giveRole", "endAccount"])
    await expect(all[name]!(system, vera.actor.accountId)).rejects.toMatchObject({
      reason: "last_administrator",
    });
});
