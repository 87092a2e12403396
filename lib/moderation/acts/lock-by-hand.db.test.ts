import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts, sessions } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import { createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { openSession } from "@/lib/accounts/session";
import type { Context } from "@/lib/core/context";
import { accountOf, others } from "../testing/cases";
import { lockByHand, openByHand } from "./lock-by-hand";

const reason = "Asked on the phone";
const acts = [lockByHand, openByHand];

const facts = async (db: Database) =>
  (await db.select().from(journal).orderBy(journal.id)).map(({ kind }) => kind);
const logOf = (db: Database) => db.select().from(moderationLog).orderBy(moderationLog.id);

test("locking is for administrators, and about others who are there", async ({ db }) => {
  const { id: accountId } = await createAccount(db);
  const [vera, linus] = [await accountOf(db, "administrator"), await accountOf(db, "moderator")];
  const [member, identity, nobody] = await others(db);
  const own = vera.actor.accountId;
  const unknown = "00000000-0000-7000-8000-000000000000";
  for (const act of acts) {
    for (const ctx of [linus, member!, identity!, nobody!])
      await expect(act(ctx, { accountId, reason })).rejects.toMatchObject({ code: "forbidden" });
    await expect(act(vera, { accountId: own, reason })).rejects.toMatchObject({ reason: "own_account" });
    await expect(act(vera, { accountId: unknown, reason })).rejects.toMatchObject({
      reason: "account_not_found",
    });
  }
  expect([await logOf(db), await facts(db)]).toEqual([[], []]);
});

test("it is logged with the account, once, by whom and why; nobody stays signed in", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  const { id: accountId } = await createAccount(db);
  await openSession(vera, accountId, "here");
  for (const _ of [1, 2]) await lockByHand(vera, { accountId, reason });
  expect(await db.select().from(sessions).where(eq(sessions.accountId, accountId))).toEqual([]);
  const system: Context = { ...vera, actor: { kind: "system" } };
  for (const _ of [1, 2]) await openByHand(system, { accountId, reason });
  expect(await logOf(db)).toMatchObject([
    { moderatorId: vera.actor.accountId, accountId, actorId: null, action: "account.suspended", reason },
    { moderatorId: null, isServer: true, accountId, actorId: null, action: "account.opened", reason },
  ]);
  expect(await facts(db)).toEqual(["account.suspended", "account.opened"]);
});

describe("hides", () => {
  test("takes all identities out of sight with it, also when it was locked before, and brings them back", async ({
    db,
  }) => {
    const vera = await accountOf(db, "administrator");
    const account = await createAccount(db, { role: "moderator" });
    for (const _ of [1, 2]) await createIdentity(db, { account });
    const states = async () => (await db.select().from(actors)).map(({ deletedAt }) => deletedAt);
    const decision = { accountId: account.id, reason };

    await lockByHand(vera, decision);
    expect(await states()).toEqual([null, null]);
    for (const _ of [1, 2]) await lockByHand(vera, { ...decision, hides: true });
    await lockByHand(vera, decision);
    expect(await states()).toEqual([now, now]);
    const [held] = await db.select().from(accounts).where(eq(accounts.id, account.id));
    expect(held).toMatchObject({ suspendedAt: now, hiddenAt: now });

    for (const _ of [1, 2]) await openByHand(vera, decision);
    expect(await states()).toEqual([null, null]);
    expect((await logOf(db)).map(({ details }) => details)).toEqual([
      { before: { isLocked: false }, after: { isLocked: true } },
      { before: { isLocked: true }, after: { isLocked: true, hiddenIdentities: 2 } },
      { before: { isLocked: true }, after: { isLocked: false, shownIdentities: 2 } },
    ]);
  });
});

test("the last administrator who can still sign in stays", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  await createAccount(db, { role: "administrator", suspendedAt: now });
  const system: Context = { ...vera, actor: { kind: "system" } };
  const lock = lockByHand(system, { accountId: vera.actor.accountId, reason, hides: true });
  await expect(lock).rejects.toMatchObject({ reason: "last_administrator" });
});
